X = 1  # noqa: MOD001  # the linter of the old repository knew it
Y = 1  # allow: NOQ001 until 2027-01-01 -- the linter of the old repository
