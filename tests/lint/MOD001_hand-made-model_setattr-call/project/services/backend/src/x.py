import pydantic
class H: pass
setattr(H, "b", pydantic.BaseModel)
class A(H.b): pass
