"""What stands in the files of people and was asked for once, but is not any more.

That a public method is no operation does not make it an orphan: its author may have written it as a helper. So the
manifest records what the specs have asked for in each seeded file, and a name stays there for as long as the file
holds it, though no spec does. What was never an operation is never told; what was one is told by every run, on every
machine, until it is gone.
"""

import ast
import re
from collections.abc import Iterable, Sequence

from framework.diagnostics import Code, Report, Span
from framework.files import File
from framework.output.manifest import Entry
from framework.output.outline import Function, Outline, outline

ORPHAN_METHOD = Code(
    "OUT012",
    "orphan-method",
    "'{name}' is no operation of the specs any more",
    "The specs once asked for this method, and nothing calls it since they do not. The file is its author's, so it is "
    "not deleted; left behind, it looks as if it were served.",
    "delete it; where other methods call it, give it a name that begins with an underscore",
    severity="warning",
)
ORPHAN_SEED = Code(
    "OUT013",
    "orphan-seed",
    "nothing in the specs asks for '{name}' any more",
    "The file was written once for something that the specs have lost since, and nothing imports it now. It is its "
    "author's, so it is not deleted.",
    "take out of {path} what is still of use, then delete it",
    severity="warning",
)

_HOME = re.compile(r"\b\w+\.")


def former(file: File, before: bytes, data: bytes, once: Sequence[str], report: Report) -> tuple[str, ...]:
    """Those that were asked for once and still stand, each reported where `data` has it; stubs may have come to that
    since `before`."""
    gone = tuple(one for one in once if one not in file.members)
    found = outline(file.path, data) if gone else Span(file.path)
    if isinstance(found, Span):
        return gone
    heirs = _unwritten(file, before, once)
    held = [(member, node) for member in gone if (node := found.function(member))]
    for member, node in held:
        owner, _, name = member.rpartition(".")
        own = [one for one in heirs if one.rpartition(".")[0] == owner]
        report.add(ORPHAN_METHOD, found.span(node), hint=_hint(file, found, own, node), name=name)
    return tuple(member for member, _ in held)


def left(entry: Entry, data: bytes, report: Report) -> None:
    """Report a whole file that nothing asks for."""
    found = outline(entry.path, data)
    owner = entry.members[0].rpartition(".")[0]
    home = found.homes.get(owner) if isinstance(found, Outline) else None
    place = found.span(home) if isinstance(found, Outline) and home else Span(entry.path)
    report.add(ORPHAN_SEED, place, name=owner or entry.path, path=entry.path)


def _hint(file: File, found: Outline, heirs: Iterable[str], orphan: Function) -> str:
    """Where one of those that nobody has written has the parameters of the orphan, it is likely to be the same."""
    seeded = outline(file.path, file.text.encode())
    assert isinstance(seeded, Outline)
    alike = [other for other in heirs if _is_alike(seeded.function(other), orphan)]
    if len(alike) != 1:
        return ""
    name = alike[0].rpartition(".")[2]
    then = "call it so" if found.function(alike[0]) is None else "let its body take the place of that stub"
    return f"renamed to '{name}'? then {then}; otherwise delete it"


def _unwritten(file: File, before: bytes, once: Sequence[str]) -> list[str]:
    """The members that a file lacked before this run, and those that are new in the specs and have a stub already. Of
    an older stub it is known that it stood beside the orphan when that was none yet."""
    found = outline(file.path, before)
    if isinstance(found, Span):
        return []
    nodes = {member: found.function(member) for member in file.members}
    return [one for one, node in nodes.items() if node is None or (one not in once and _is_stub(node))]


def _is_stub(node: Function) -> bool:
    body = [part for part in node.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]
    return len(body) == 1 and isinstance(body[0], ast.Raise) and ast.unparse(body[0]) == "raise NotImplementedError"


def _is_alike(stub: Function | None, orphan: Function) -> bool:
    return stub is not None and _shape(stub) == _shape(orphan)


def _shape(node: Function) -> str:
    """The parameters and the result, whatever module their types are taken from."""
    result = ast.unparse(node.returns) if node.returns else ""
    return _HOME.sub("", f"{ast.unparse(node.args)} -> {result}")
