from importlib import import_module
def f(n): return import_module("pydantic." + n)
