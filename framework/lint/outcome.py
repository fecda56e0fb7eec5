"""What a run of the guard gives beside its findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from framework.lint.code.modules import Modules


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """`files` are those that were judged; `kept` are entries for the cache, by path; `used` counts the suppressions."""

    files: tuple[str, ...]
    modules: Modules
    kept: Mapping[str, str] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)

    def lines(self, path: str) -> list[str]:
        """The lines of a file, to be underlined."""
        from framework.diagnostics import Report
        from framework.lint.code.files import decode

        data = self.modules.data(path) if path in self.modules.paths else None
        text = decode(data, path, Report()) if data is not None else None
        return (text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
