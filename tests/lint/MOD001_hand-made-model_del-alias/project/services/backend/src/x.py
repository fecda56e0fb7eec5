import pydantic
B = pydantic.BaseModel
del pydantic
class A(B): pass
