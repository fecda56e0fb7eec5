import pydantic
class A(None or pydantic.BaseModel): pass
