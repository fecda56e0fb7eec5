import pydantic
def f(b=pydantic.BaseModel):
    class A(b): pass
    return A
