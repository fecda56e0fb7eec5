import pydantic
d = {k: getattr(pydantic, k) for k in ("BaseModel",)}
class A(d["BaseModel"]): pass
