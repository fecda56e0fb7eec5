import pydantic
class A(pydantic.BaseModel.__class_getitem__ if 0 else pydantic.BaseModel): pass
