import pydantic
def f(b):
    class A(b): pass
    return A
X = f(pydantic.BaseModel)
