"""What the libraries of routines and of drills share: cards, a page of each, the way to the player."""
