X = 1  # allow: ALW004 until 2027-01-01 -- the import of the old catalogue
