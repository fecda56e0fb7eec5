import pydantic
r = []
r.append(pydantic.BaseModel)
class A(r[0]): pass
