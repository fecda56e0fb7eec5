import pydantic
class H: b = pydantic.BaseModel
class I(H): pass
class A(I.b): pass
