import pydantic
class H:
    def __init__(self):
        self.base = pydantic.BaseModel
    def make(self):
        class A(self.base): pass
        return A
