import pydantic
for B in (pydantic.BaseModel,):
    class A(B): pass
