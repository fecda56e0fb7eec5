"""Fixes of controllers. What is written there is taken from the generators and put in by `output`, so that the guard,
`generate` and `generate --add-stubs` write one and the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from framework.diagnostics import Edit, Fix, Report
from framework.lint.contract.served import Served

if TYPE_CHECKING:
    from framework.lint.rule import Site

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


def stubs(site: Site, served: Served, names: Collection[str]) -> Fix | None:
    """Append the stubs of methods that a controller lacks."""
    from framework.output.stubs import appended  # here, for LibCST takes longer to load than all the rest

    members = [f"{served.name}.{name}" for name in names]
    return _fix(site, served, lambda data, fresh: appended(data, fresh, members), safe=True)


def signature(site: Site, served: Served, name: str, wrong: Sequence[str], *, safe: bool) -> Fix | None:
    """Give a method the signature of its protocol."""
    from framework.output.signatures import corrected

    member = f"{served.name}.{name}"
    return _fix(site, served, lambda data, fresh: corrected(data, fresh, member, wrong), safe=safe)


def edits(path: str, before: str, after: str) -> Iterator[Edit]:
    """What leads from one text to the other, in whole lines where whole lines differ."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(path, _place(old, start), _place(old, end), "".join(new[first:last]))


def _fix(site: Site, served: Served, change: Callable[[bytes, str], bytes | None], *, safe: bool) -> Fix | None:
    """None where the file is not that of the controller, or cannot be changed and kept."""
    from libcst import ParserSyntaxError

    data = site.workspace.code.modules.data(site.file.path)
    top = site.scope.parent is None and site.node in site.scope.node.body
    if data is None or site.file.path != served.path or site.node.name != served.name or not top:
        return None
    try:
        made = change(data, _fresh(site, served))
        after = made.decode("utf-8-sig") if made is not None else site.file.text
    except (ParserSyntaxError, UnicodeDecodeError):
        return None
    found = tuple(edits(site.file.path, site.file.text, after))
    return Fix(found, safe) if found else None


def _fresh(site: Site, served: Served) -> str:
    """The file that would be written today were there none."""
    from framework.emit.generators.controllers import GENERATOR
    from framework.emit.templates import render

    artifacts = GENERATOR.plan(site.project, Report())
    found = next(artifact for artifact in artifacts if artifact.path == served.path)
    return render(f"{GENERATOR.name}/{found.template}", found.path, found.view)


def _place(lines: list[str], index: int) -> tuple[int, int]:
    """The beginning of a line; behind the last one where that has no end."""
    if index < len(lines) or not lines or lines[-1].endswith(("\n", "\r")):
        return index + 1, 1
    return len(lines), len(lines[-1]) + 1
