import copy, pydantic
class A(copy.copy(pydantic.BaseModel)): pass
