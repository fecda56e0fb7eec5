"""Controllers do what the specs ask of them, and nothing beside it."""
