"""A folder for every kind of file that comes out."""
