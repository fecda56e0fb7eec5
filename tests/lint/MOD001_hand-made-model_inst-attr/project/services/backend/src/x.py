import pydantic
class H:
    def __init__(self, b):
        self.b = b
h = H(pydantic.BaseModel)
class A(h.b): pass
