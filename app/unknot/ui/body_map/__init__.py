"""The body map: real anatomy to tap, and the list of knots beside it."""
