import pydantic
class H: pass
H.b = pydantic.BaseModel
class A(H.b): pass
