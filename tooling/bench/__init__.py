"""Measures the compiler against an empty start of Python, for what a machine gives today differs from yesterday's."""
