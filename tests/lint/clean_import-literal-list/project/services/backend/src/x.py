from importlib import import_module
for n in ("json", "math"):
    import_module(n)
