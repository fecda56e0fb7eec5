"""What each database needs of its own: what `db` and `violations` are made of."""
