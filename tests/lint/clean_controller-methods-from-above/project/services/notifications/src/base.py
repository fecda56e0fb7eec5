from abc import ABC
from typing import Generic, TypeVar

from shared.generated.schemas import BookRead

T = TypeVar("T")


class Remembering(ABC, Generic[T]):
    def __init__(self) -> None:
        self._seen: list[T] = []

    def remember(self, thing: T) -> None:
        self._seen.append(thing)


class Greeter(Remembering[BookRead]):
    async def greet_reader(self, payload: BookRead) -> None:
        self.remember(payload)
