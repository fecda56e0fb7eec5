import enum
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypedDict


class Status(enum.IntEnum):
    OPEN = 200
    CLOSED = 404


class Point(NamedTuple):
    x: int
    y: int = 0


class Row(TypedDict):
    status: Status


@dataclass(frozen=True)
class Shelf:
    status: Status = Status.OPEN
    points: tuple[Point, ...] = ()
    rows: list[Row] = field(default_factory=list)

    def close(self) -> "Shelf":
        return replace(self, status=Status.CLOSED)
