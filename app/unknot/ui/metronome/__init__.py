"""The metronome used alone: its page, and saving it as a file of sound."""
