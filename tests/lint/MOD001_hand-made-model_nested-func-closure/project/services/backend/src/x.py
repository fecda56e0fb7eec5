import pydantic
def f():
    B = pydantic.BaseModel
    def g():
        class A(B): pass
    return g
