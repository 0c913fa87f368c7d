"""The library of release routines and the way from a knot to its routine."""
