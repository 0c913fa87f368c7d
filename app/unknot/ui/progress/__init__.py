"""Charts of the own history."""
