import pydantic
g = lambda: pydantic.BaseModel
class A(g()): pass
