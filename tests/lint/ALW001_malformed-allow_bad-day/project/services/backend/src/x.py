X = 1  # allow: MOD001 until soon -- the import of the old catalogue
