import pydantic
def mk(name, *bases, **ns): return type(name, bases, ns)
A = mk("A", pydantic.BaseModel)
