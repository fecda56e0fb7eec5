import pydantic
globals()["B"] = pydantic.BaseModel
class A(B): pass
