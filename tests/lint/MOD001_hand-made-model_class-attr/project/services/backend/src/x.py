import pydantic
class H:
    base = pydantic.BaseModel
class A(H.base): pass
