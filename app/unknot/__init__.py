"""Unknot: an offline companion for runners whose knee hurts only while they run."""

__version__ = "0.1.0"
