X = 1  # allow: MOD001 -- the import of the old catalogue
