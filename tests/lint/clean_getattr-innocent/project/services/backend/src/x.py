def f(o, n): return getattr(o, n, None)
from shared.generated import schemas
def g(n): return getattr(schemas, f"{n}Read")
