"""Routes, middleware and apps beside the specs."""
