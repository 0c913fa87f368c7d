"""The players: full window, readable from three metres."""
