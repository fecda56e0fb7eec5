import sys, pydantic
class A(sys.modules["pydantic"].BaseModel): pass
