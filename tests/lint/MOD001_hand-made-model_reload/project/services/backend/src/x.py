import importlib, pydantic
class A(importlib.reload(pydantic).BaseModel): pass
