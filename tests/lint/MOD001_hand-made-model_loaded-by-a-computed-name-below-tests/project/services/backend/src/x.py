from importlib import import_module
def f(name): return import_module(f"services.backend.tests.helpers.{name}")
