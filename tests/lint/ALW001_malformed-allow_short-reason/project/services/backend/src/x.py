X = 1  # allow: MOD001 until 2027-01-01 -- because
