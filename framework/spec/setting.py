"""A setting of a service: one variable of its environment."""

from typing import Any, ClassVar

from framework.spec.field import Limits
from framework.spec.shape import Flag, Text, key


class Setting(Limits):
    HOLES: ClassVar[dict[str, Any]] = {"type": "string"}

    type: Text = key("a scalar, an enum, a literal, or `list[…]` of one", "int")
    secret: Flag = key(
        "kept out of every output, read from `<NAME>_FILE` too; outside of dev its default does not count",
        True,
        False,
    )
    optional: Flag | None = key("may be left out, and is null then", True, None)
    default: Any = key(
        "the value of a variable that is not set; without one, and not `optional`, the process does not start", 20, None
    )
    description: Text | None = key("what it is for; told where it is missing", "Rows of a page", None)
    example: Any = key("a value that shows it, for `.env.example`; checked against the type", 50, None)
