"""Mine since."""
