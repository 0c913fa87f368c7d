"""The cards of the stride's cues, the one for the next run, and the card for the pocket."""
