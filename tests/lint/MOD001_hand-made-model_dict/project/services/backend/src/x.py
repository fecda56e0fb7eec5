import pydantic
class A(pydantic.__dict__["BaseModel"]): pass
