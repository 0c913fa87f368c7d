"""Small windows: about, keys, errors."""
