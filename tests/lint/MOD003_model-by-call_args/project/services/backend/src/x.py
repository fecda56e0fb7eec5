import pydantic
def f(*a):
    class A(*a): pass
    return A
f(pydantic.BaseModel)
