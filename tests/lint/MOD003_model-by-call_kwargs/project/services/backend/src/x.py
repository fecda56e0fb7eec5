import pydantic
def f(**kw):
    class A(kw["b"]): pass
    return A
f(b=pydantic.BaseModel)
