"""Today: what to do next, and how the last days went."""
