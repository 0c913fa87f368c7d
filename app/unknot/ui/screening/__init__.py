"""The safety questions, one a page."""
