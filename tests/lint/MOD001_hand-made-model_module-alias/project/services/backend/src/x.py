import pydantic as p
class A(p.BaseModel): pass
