from typing import Any


def put(target: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(target, name, value)


def shout(target: Any) -> None:
    target.shout = str.upper
