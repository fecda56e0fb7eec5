from typing import TypedDict, NamedTuple, Protocol
class T(TypedDict):
    x: int
class N(NamedTuple):
    x: int
class P(Protocol):
    def f(self) -> int: ...
