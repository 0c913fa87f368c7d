"""Widgets. They take their services in __init__ and open no file and no session."""
