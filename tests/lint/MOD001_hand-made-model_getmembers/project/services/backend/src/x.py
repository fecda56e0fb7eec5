import inspect, pydantic
d = dict(inspect.getmembers(pydantic))
class A(d["BaseModel"]): pass
