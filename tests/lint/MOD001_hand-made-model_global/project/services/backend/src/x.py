import pydantic
def f():
    global B
    B = pydantic.BaseModel
f()
class A(B): pass
