import pydantic
class A((lambda b=pydantic.BaseModel: b)()): pass
