import pydantic
class A: x: int
A.__bases__ = (pydantic.BaseModel,)
