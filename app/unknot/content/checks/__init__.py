"""The rules every content file must keep, one module for each kind of rule."""
