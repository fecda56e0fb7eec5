import pydantic
class C:
    def __enter__(self): return pydantic.BaseModel
    def __exit__(self, *a): ...
with C() as B:
    class A(B): pass
