import pydantic
class A(next(iter([pydantic.BaseModel]))): pass
