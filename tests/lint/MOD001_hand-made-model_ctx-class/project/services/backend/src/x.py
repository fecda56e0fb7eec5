import pydantic
class Outer:
    B = pydantic.BaseModel
    class A(B): pass
