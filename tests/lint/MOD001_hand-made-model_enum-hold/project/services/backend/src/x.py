import pydantic
from types import SimpleNamespace
n = SimpleNamespace(b=pydantic.BaseModel)
class A(n.b): pass
