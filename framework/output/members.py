"""What a seeded file must hold, whatever its author made of the rest of it."""

import ast
from collections.abc import Iterator

from framework.diagnostics import Code, Report, Span
from framework.files import File
from framework.output.outline import Outline, outline

MISSING_MEMBER = Code(
    "OUT011",
    "missing-member",
    "{owner} lacks '{name}'",
    "The file was written once and is its author's since. What the specs have asked for in the meantime is not added "
    "to it, so the process that needs it will not start.",
    "write it, or let `autogen generate --add-stubs` add a stub; `autogen generate --restore {path}` would write the "
    "whole file anew",
    severity="warning",
)
NO_STUB = Code(
    "OUT014",
    "no-stub",
    "no stub is added: {reason}",
    "A stub is added where a class has nothing of its name. Where something else stands for it, or where the file "
    "cannot be read, nobody but its author knows what is missing.",
    "write it by hand",
    severity="warning",
)


def demand(file: File, data: bytes, report: Report) -> None:
    """Report the members that a file lacks; one as it was seeded has them all. One that does not parse says so itself,
    at its first import."""
    if data == file.text.encode():
        return
    found = outline(file.path, data)
    if isinstance(found, Span):
        return
    for member in _lacking(file, found):
        owner, _, name = member.rpartition(".")
        home = found.homes.get(owner)
        if home is None:
            hint = f"write the class; `autogen generate --restore {file.path}` would write the whole file anew"
            report.add(MISSING_MEMBER, Span(file.path), hint=hint, owner="the file", name=owner)
        elif not _inherits(file, found, owner):
            shown = f"'{owner}'" if owner else "the file"
            report.add(MISSING_MEMBER, found.span(home), owner=shown, name=name, path=file.path)


def with_stubs(file: File, data: bytes, report: Report) -> bytes:
    """The file with a stub of every method that it lacks. One that cannot be changed is reported and stays."""
    found = outline(file.path, data)
    if isinstance(found, Span):
        report.add(NO_STUB, found, hint="repair the syntax, then run it again", reason="the file does not parse")
        return data
    owners = {owner for owner in found.homes if owner and not _inherits(file, found, owner)}
    wanted = [member for member in _lacking(file, found) if member.rpartition(".")[0] in owners]
    if not wanted:
        return data
    from framework.output.stubs import appended  # here, for LibCST takes longer to load than all the rest

    made = appended(data, file.text, wanted)
    if made is None:
        report.add(NO_STUB, Span(file.path), reason="the file holds bytes that would not be kept, such as a form feed")
        return data
    ast.parse(made)
    return made


def refuse(file: File, data: bytes, report: Report) -> None:
    """Report why methods that a file seems to lack have no stub in it."""
    found, seeded = outline(file.path, data), outline(file.path, file.text.encode())
    if isinstance(found, Span) or isinstance(seeded, Span):
        return
    for member in file.members:
        owner, _, name = member.rpartition(".")
        stands, home = found.function(member), found.homes.get(owner)
        node: ast.AST | None = found.other(member) if stands is None else stands
        if node is not None and type(stands) is not type(seeded.function(member)):
            wanted = "an `async def`" if isinstance(seeded.function(member), ast.AsyncFunctionDef) else "a `def`"
            reason = f"'{name}' is there, but is not {wanted}"
            report.add(NO_STUB, found.span(node), hint=f"make it {wanted}", reason=reason)
        elif node is None and home is not None and _inherits(file, found, owner):
            report.add(NO_STUB, found.span(home), reason=f"'{owner}' may have '{name}' from another base")


def _lacking(file: File, found: Outline) -> Iterator[str]:
    return (one for one in file.members if found.function(one) is None and found.other(one) is None)


def _inherits(file: File, found: Outline, owner: str) -> bool:
    """Whether a class has a base that it was not written with, and so may have from there what is not in the file."""
    seeded = outline(file.path, file.text.encode())
    known = seeded.bases(owner) if isinstance(seeded, Outline) else set()
    return bool(found.bases(owner) - known)
