"""What the names in hand-written code stand for: read from its text, followed across files, never run."""
