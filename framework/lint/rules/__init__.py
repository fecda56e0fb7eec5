"""The rules of the guard: a family is a folder, a rule is a file."""
