"""Where the stages put what they find. Nothing is raised: a run shows every fault at once."""

from collections.abc import Collection, Iterable
from typing import Any

from framework.diagnostics.code import Code
from framework.diagnostics.diagnostic import Diagnostic, Fix, Related, replace
from framework.diagnostics.nearest import nearest
from framework.diagnostics.span import Span

LONGEST_VALUE = 120
SHOWN = 8


class Report:
    def __init__(self) -> None:
        self._found: dict[tuple[str, Span, str], Diagnostic] = {}

    def add(
        self,
        code: Code,
        span: Span,
        *,
        hint: str = "",
        related: Iterable[Related] = (),
        fix: Fix | None = None,
        **values: object,
    ) -> None:
        """Keep a fault; the same one at the same place counts once."""
        shown = {key: _clip(value) for key, value in values.items()}
        message = code.message.format(**shown)
        told = hint or code.remedy.format(**shown)
        self._found.setdefault((code.id, span, message), Diagnostic(code, span, message, told, tuple(related), fix))

    def keep(self, found: Diagnostic) -> None:
        """Take over what another report found."""
        self._found.setdefault((found.code.id, found.span, found.message), found)

    def unknown(self, code: Code, span: Span, word: str, known: Collection[str], **values: Any) -> None:
        """Keep a name that nobody declared, with the one that was meant or those that there are."""
        guess = nearest(word, known)
        if guess is not None:
            fix = replace(span, guess) if guess.isidentifier() else None
            self.add(code, span, hint=f"did you mean '{guess}'?", fix=fix, name=word, **values)
        else:
            self.add(code, span, hint=_listed(known), name=word, **values)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return sorted(self._found.values(), key=lambda found: found.order)

    @property
    def failed(self) -> bool:
        return any(found.code.severity == "error" for found in self._found.values())


def _clip(value: object) -> object:
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return value[:LONGEST_VALUE] + "…"
    return value


def _listed(known: Collection[str]) -> str:
    names = sorted(known)
    if not names:
        return "none is declared yet"
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return f"known are {', '.join(names[:SHOWN])}{more}"
