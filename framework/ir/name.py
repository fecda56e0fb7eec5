"""A name in every spelling that generated code needs, computed once."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Name:
    """`text` is what the user wrote."""

    text: str
    snake: str
    pascal: str
    kebab: str
    constant: str

    @classmethod
    def of(cls, text: str) -> "Name":
        words = _WORD.findall(text)
        snake = "_".join(word.lower() for word in words)
        pascal = "".join(word[:1].upper() + word[1:] for word in words)
        return cls(text, snake, pascal, snake.replace("_", "-"), snake.upper())

    def __str__(self) -> str:
        return self.text
