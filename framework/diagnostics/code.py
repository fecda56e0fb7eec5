"""A kind of fault. A `Code` stands at the top of the module that reports it and carries its own page."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """`message` is a template of `str.format`; `remedy` is the hint of a diagnostic that brings none of its own.

    `bad` and `good` are the examples of the page: YAML or Python whose first line is a comment that names the file. A
    test lays each over a small workspace and sees the code reported for the one and not for the other. `what` is said
    on the page of a rule: what it looks at.
    """

    id: str
    name: str
    message: str
    why: str
    remedy: str
    bad: str = ""
    good: str = ""
    severity: Severity = "error"
    what: str = ""
