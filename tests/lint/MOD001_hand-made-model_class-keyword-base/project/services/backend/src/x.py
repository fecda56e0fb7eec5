import pydantic
bases = {"a": (pydantic.BaseModel,)}
class A(*bases["a"]): pass
