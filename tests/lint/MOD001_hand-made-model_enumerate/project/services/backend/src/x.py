import pydantic
for i, b in enumerate([pydantic.BaseModel]):
    class A(b): pass
