from typing import Generic, TypeVar
T = TypeVar("T")
class Page(Generic[T]):
    items: list[T]
