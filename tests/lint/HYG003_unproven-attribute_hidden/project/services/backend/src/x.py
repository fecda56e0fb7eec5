import pydantic
def f(n): return getattr(pydantic, n)
