"""What the app knows: frozen data and pure functions. No Qt, no SQL, no files."""
