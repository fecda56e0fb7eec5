from importlib import import_module
def f(n): return import_module(f".{n}", __package__)
