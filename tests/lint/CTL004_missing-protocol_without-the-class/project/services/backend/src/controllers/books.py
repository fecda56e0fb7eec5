"""Nothing that serves books."""

BOOKS: list[str] = []
