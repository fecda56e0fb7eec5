"""No input gives a traceback: the specs of the examples and of the cases, broken in every way, and compiled.

`python -m tests.fuzz --count 20000 --seed 1`; every input is known again by its seed and its number.
"""
