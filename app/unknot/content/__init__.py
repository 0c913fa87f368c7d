"""From the shipped content files to domain objects, every error with its file and key."""
