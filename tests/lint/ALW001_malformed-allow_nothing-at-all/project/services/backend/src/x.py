# allow: MOD001
X = 1
