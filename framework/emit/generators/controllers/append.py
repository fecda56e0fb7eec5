"""A controller that its author has written, with the stubs of new operations behind its methods.

LibCST changes the text only where something is added, so formatting and comments stay. The stubs and what they import
are taken out of the file that would be written today were there none.
"""

from collections.abc import Iterator, Sequence

import libcst as cst
from libcst.codemod import CodemodContext
from libcst.codemod.visitors import AddImportsVisitor, ImportItem
from libcst.metadata import MetadataWrapper, PositionProvider


def appended(text: str, fresh: str) -> str:
    """The text of a controller with every method that it lacks; the same text where it lacks none."""
    stub = cst.parse_module(fresh)
    wanted = _class(stub)
    module = cst.parse_module(text)
    own = next((one for one in _classes(module) if one.name.value == wanted.name.value), None)
    if own is None or not isinstance(own.body, cst.IndentedBlock):
        return text
    known = set(_methods(own))
    missing = [method for name, method in _methods(wanted).items() if name not in known]
    if not missing:
        return text
    body = own.body.with_changes(body=[*_real(own.body.body), *map(_spaced, missing)])
    changed = module.deep_replace(own, own.with_changes(body=body))
    assert isinstance(changed, cst.Module)
    context = CodemodContext()
    return AddImportsVisitor(context, _imports(stub, missing)).transform_module(changed).code


def orphans(text: str, name: str, gone: frozenset[str]) -> dict[str, int]:
    """The methods of a class that stand for operations which the specs no longer have, each with its line."""
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    positions = wrapper.resolve(PositionProvider)
    own = next((one for one in _classes(wrapper.module) if one.name.value == name), None)
    methods = _methods(own) if own is not None else {}
    return {one: positions[method.name].start.line for one, method in methods.items() if one in gone}


def _class(module: cst.Module) -> cst.ClassDef:
    return next(_classes(module))


def _classes(module: cst.Module) -> Iterator[cst.ClassDef]:
    return (one for one in module.body if isinstance(one, cst.ClassDef))


def _methods(owner: cst.ClassDef) -> dict[str, cst.FunctionDef]:
    return {one.name.value: one for one in owner.body.body if isinstance(one, cst.FunctionDef)}


def _real(body: Sequence[cst.BaseStatement]) -> list[cst.BaseStatement]:
    """Without the `pass` or `...` of a class that has nothing else."""
    bare = len(body) == 1 and isinstance(body[0], cst.SimpleStatementLine) and _is_filler(body[0].body[0])
    return [] if bare else list(body)


def _is_filler(statement: cst.BaseSmallStatement) -> bool:
    if isinstance(statement, cst.Pass):
        return True
    return isinstance(statement, cst.Expr) and isinstance(statement.value, cst.Ellipsis)


def _spaced(method: cst.FunctionDef) -> cst.FunctionDef:
    return method.with_changes(leading_lines=[cst.EmptyLine(indent=False)])


def _imports(stub: cst.Module, methods: Sequence[cst.FunctionDef]) -> list[ImportItem]:
    """Those of the stub whose names the methods use."""
    used = {word for method in methods for word in _names(method)}
    return [item for item in _items(stub) if (item.alias or item.obj_name or item.module_name) in used]


def _items(stub: cst.Module) -> Iterator[ImportItem]:
    for line in stub.body:
        for statement in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(statement, cst.ImportFrom) and not isinstance(statement.names, cst.ImportStar):
                module = cst.Module([]).code_for_node(statement.module) if statement.module else ""
                yield from (ImportItem(module, one.evaluated_name, one.evaluated_alias) for one in statement.names)
            elif isinstance(statement, cst.Import):
                yield from (ImportItem(one.evaluated_name, None, one.evaluated_alias) for one in statement.names)


def _names(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Name):
        yield node.value
    for child in node.children:
        yield from _names(child)
