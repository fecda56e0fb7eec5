from typing import Generic, TypeVar
from pydantic import BaseModel
T = TypeVar("T")
class P(BaseModel, Generic[T]): x: T
class Q(P[int]): pass
