"""Routines of the user's own: the editor, and the ways to it, to a file and back."""
