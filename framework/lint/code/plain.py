"""Functions that lead nowhere: whatever they are given, no other name comes out of them."""

from framework.lint.code.known import FUNCTIONS
from framework.lint.code.values import Mapping, Method, Sequence, Symbol, Text, Value

LIVELY = frozenset(
    {
        "exec",
        "eval",
        "compile",
        "setattr",
        "delattr",
        "open",
        "super",
        "object",
        "print",
        "input",
        "__build_class__",
        "__setattr__",
        "__delattr__",
        "__subclasses__",
    }
)
PACKAGES = frozenset({
    "logging", "math", "decimal", "datetime", "uuid", "random", "statistics", "string", "textwrap", "enum", "time",
    "zoneinfo", "secrets", "hashlib", "bisect", "heapq",
})  # fmt: skip


def is_plain(value: Value) -> bool:
    if isinstance(value, Method):
        return isinstance(value.of, (Text, Sequence, Mapping))
    if not isinstance(value, Symbol):
        return False
    top, _, rest = value.path.partition(".")
    word = rest.rpartition(".")[2]
    return top in PACKAGES or (top == "builtins" and not {rest, word} & LIVELY and value.path not in FUNCTIONS)
