"""Small widgets that several pages share, one a file."""
