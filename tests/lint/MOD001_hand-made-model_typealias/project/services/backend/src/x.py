import pydantic
from typing import TypeAlias
B: TypeAlias = pydantic.BaseModel
class A(B): pass
