import pydantic
def f(b: type[pydantic.BaseModel]):
    class A(b): pass
