"""Choices of the user."""
