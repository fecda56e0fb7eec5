import pydantic
r = {}
r.update(m=pydantic.BaseModel)
class A(r["m"]): pass
