import pydantic
B = (pydantic.BaseModel,)
class A(*B): pass
