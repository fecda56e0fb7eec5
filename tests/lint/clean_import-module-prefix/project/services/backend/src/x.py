from importlib import import_module
def f(n): return import_module(f"services.backend.src.jobs.{n}")
