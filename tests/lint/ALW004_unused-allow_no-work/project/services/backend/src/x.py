X = 1  # allow: MOD001 until 2027-01-01 -- the import of the old catalogue
