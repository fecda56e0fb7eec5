X = 1  # allow: HYG001 until 2026-05-31 -- the import of the old catalogue
