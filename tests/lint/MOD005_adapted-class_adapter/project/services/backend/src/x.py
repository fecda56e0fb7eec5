from typing import TypedDict
from pydantic import TypeAdapter as TA
class T(TypedDict):
    x: int
t = TA(T)
