"""What people read in a problem, in English and Russian: what `problems` is made of."""
