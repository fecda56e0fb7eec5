"""A service reaches another through the client that is made for it."""
