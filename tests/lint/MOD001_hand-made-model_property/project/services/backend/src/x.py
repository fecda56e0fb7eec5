import pydantic
class H:
    @property
    def b(self): return pydantic.BaseModel
class A(H().b): pass
