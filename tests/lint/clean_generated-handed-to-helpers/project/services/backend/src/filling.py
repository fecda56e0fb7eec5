from typing import Any

from pydantic import BaseModel


def fill(target: BaseModel, **values: Any) -> None:
    for name, value in values.items():
        setattr(target, name, value)


class Registry:
    def __init__(self, kind: type[BaseModel]) -> None:
        self.kind = kind
        self.names: list[str] = []

    def add(self, kind: type[BaseModel]) -> None:
        self.last = kind
        self.names.append(kind.__name__)
