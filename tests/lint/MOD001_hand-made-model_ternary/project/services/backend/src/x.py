import pydantic
x = 1
class A(pydantic.BaseModel if x else object): pass
