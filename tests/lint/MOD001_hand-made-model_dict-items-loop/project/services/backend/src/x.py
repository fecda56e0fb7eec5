import pydantic
for k, b in {"a": pydantic.BaseModel}.items():
    class A(b): pass
