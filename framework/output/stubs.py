"""A file that its author has written, with the stubs of new members behind the methods of their class.

LibCST changes the text only where something is added, so formatting and comments stay. The stubs and what they import
are taken out of the file that would be written today were there none. An import that is there already is left as it
is: what is new gets a line of its own, where isort would put it. A name that stands for something else in the file
is imported under another.
"""

from collections.abc import Collection, Iterator, Sequence

import libcst as cst

from framework.output.imports import Import, imports, place
from framework.output.outline import Outline, outline


def appended(data: bytes, fresh: str, members: Collection[str]) -> bytes | None:
    """The file with these members, each `Class.method`; None where it cannot be kept as it is around them."""
    stub, module = cst.parse_module(fresh), cst.parse_module(data)
    if module.bytes != data:
        return None
    for name in dict.fromkeys(member.rpartition(".")[0] for member in members):
        wanted = [one for one in _methods(_class(stub, name)) if f"{name}.{one.name.value}" in members]
        own = _class(module, name)
        needed, renamed = _needed(stub, wanted, module, name)
        added = [cst.ensure_type(one.visit(_Renaming(renamed)), cst.FunctionDef) for one in wanted]
        changed = module.deep_replace(own, _with(own, added))
        assert isinstance(changed, cst.Module)
        module = place(changed, needed, name)
    return module.bytes


def _class(module: cst.Module, name: str) -> cst.ClassDef:
    return [one for one in module.body if isinstance(one, cst.ClassDef) and one.name.value == name][-1]


def _methods(owner: cst.ClassDef) -> list[cst.FunctionDef]:
    return [one for one in owner.body.body if isinstance(one, cst.FunctionDef)]


def _with(owner: cst.ClassDef, methods: Sequence[cst.FunctionDef]) -> cst.ClassDef:
    body = owner.body
    kept = _real(body)
    spaced = [one.with_changes(leading_lines=[cst.EmptyLine(indent=False)]) for one in methods]
    if not kept:
        spaced[0] = spaced[0].with_changes(leading_lines=[])
    if isinstance(body, cst.IndentedBlock):
        return owner.with_changes(body=body.with_changes(body=[*kept, *spaced]))
    assert isinstance(body, cst.SimpleStatementSuite)
    return owner.with_changes(body=cst.IndentedBlock([*kept, *spaced], header=body.trailing_whitespace))


def _real(body: cst.BaseSuite) -> list[cst.BaseStatement]:
    """Without the `pass` or `...` of a class that has nothing else."""
    if isinstance(body, cst.SimpleStatementSuite):
        return [] if _is_filler(body.body) else [cst.SimpleStatementLine(body.body)]
    assert isinstance(body, cst.IndentedBlock)
    first = body.body[0]
    bare = len(body.body) == 1 and isinstance(first, cst.SimpleStatementLine) and _is_filler(first.body)
    return [] if bare else list(body.body)


def _is_filler(statements: Sequence[cst.BaseSmallStatement]) -> bool:
    one = statements[0]
    dots = isinstance(one, cst.Expr) and isinstance(one.value, cst.Ellipsis)
    return len(statements) == 1 and (dots or isinstance(one, cst.Pass))


def _needed(
    stub: cst.Module, methods: Sequence[cst.FunctionDef], module: cst.Module, own: str
) -> tuple[list[Import], dict[str, str]]:
    """What the methods import that the file does not yet, and the names that it has already given to others."""
    found = outline("", module.bytes)
    assert isinstance(found, Outline)
    inside, known = found.bound(own), set(imports(module))
    taken = inside | found.bound("")
    used = {name for method in methods for name in _used(method)}
    needed, renamed = [], {}
    for one in imports(stub):
        if one.local not in used or (one in known and one.local not in inside):
            continue
        local = one.local
        while local in inside or (local in taken and one.called(local) not in known):
            local = f"_{local}"
        if local != one.local:
            renamed[one.local] = local
        if one.called(local) not in known:
            needed.append(one.called(local))
    return needed, renamed


def _used(node: cst.CSTNode) -> Iterator[str]:
    """The names that are looked up in a piece of code."""
    if isinstance(node, cst.Name):
        yield node.value
    for child in node.children:
        if not _is_label(node, child):
            yield from _used(child)


def _is_label(parent: cst.CSTNode, child: cst.CSTNode) -> bool:
    """Whether a name says which one, as behind a dot, and is not looked up itself."""
    if isinstance(parent, cst.Attribute):
        return child is parent.attr
    if isinstance(parent, cst.Arg):
        return child is parent.keyword
    return isinstance(parent, cst.Param | cst.FunctionDef) and child is parent.name


class _Renaming(cst.CSTTransformer):
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        self.labels: set[cst.CSTNode] = set()

    def on_visit(self, node: cst.CSTNode) -> bool:
        self.labels.update(child for child in node.children if _is_label(node, child))
        return True

    def on_leave(self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT) -> cst.CSTNodeT:
        if not isinstance(updated_node, cst.Name) or original_node in self.labels:
            return updated_node
        return updated_node.with_changes(value=self.names.get(updated_node.value, updated_node.value))
