import sys
v = sys.version_info
a = sys.argv[1:]
m = sys.modules[__name__]
p = list(sys.path)
