import pydantic
class A(vars(pydantic)["BaseModel"]): pass
