import pydantic
if (B := pydantic.BaseModel):
    class A(B): pass
