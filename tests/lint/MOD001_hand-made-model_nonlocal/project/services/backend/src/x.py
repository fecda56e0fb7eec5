import pydantic
def f():
    b = object
    def g():
        nonlocal b
        b = pydantic.BaseModel
    g()
    class A(b): ...
