import pydantic
class A(pydantic.__dict__.__getitem__("BaseModel")): pass
