from __future__ import annotations

from shared.generated.errors import BookMissing


class Node:
    def __init__(self, children: list[Node]) -> None:
        self.children = children

    def depth(self) -> int:
        return 1 + max((child.depth() for child in self.children), default=0)

    def even(self, number: int) -> bool:
        return number == 0 or self.odd(number - 1)

    def odd(self, number: int) -> bool:
        if number < 0:
            raise BookMissing
        return number != 0 and self.even(number - 1)
