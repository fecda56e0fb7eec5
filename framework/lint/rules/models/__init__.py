"""Models beside the specs."""
