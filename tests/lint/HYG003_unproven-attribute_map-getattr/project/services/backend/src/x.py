import pydantic
def f(names): return [getattr(pydantic, n) for n in names]
