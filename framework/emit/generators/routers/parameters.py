"""The parameters of a handler: where FastAPI finds each, what it must keep, and what the document says of it."""

from collections.abc import Iterator

from framework.emit.languages import python_literal, word
from framework.emit.openapi.schemas import wire
from framework.emit.python import Imports, annotation, value
from framework.emit.python.methods import absent
from framework.emit.python.narrowing import narrowed
from framework.ir import UNSET, List, NamedType, Param, Ref, Set

LISTS = "framework.runtime.wire.parameters"
SOURCES = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}


def parameter(param: Param, name: str, imports: Imports) -> str:
    """`name: Annotated[type, Query(…)] = default`, under the name that it has in the handler."""
    kind = annotation(param.type, imports, param.limits, nullable=param.nullable or absent(param), mode="param")
    listed = isinstance(narrowed(param.type, param.limits)[0], List | Set)
    extras = [imports.member(LISTS, "COMMAS")] if listed and param.source == "header" else []
    place = f"{imports.member('fastapi', SOURCES[param.source])}({', '.join(_told(param, name, imports))})"
    annotated = f"{imports.member('typing', 'Annotated')}[{', '.join([kind, *extras, place])}]"
    if absent(param):
        return f"{word(name)}: {annotated} = None"
    if param.default is UNSET or isinstance(param.default, list):
        return f"{word(name)}: {annotated}"
    return f"{word(name)}: {annotated} = {value(param.type, param.default, imports)}"


def _told(param: Param, name: str, imports: Imports) -> Iterator[str]:
    if param.wire != name or param.source == "header":
        yield f"alias={python_literal(param.wire)}"
    if isinstance(param.default, list):
        made = f"lambda: {value(param.type, param.default, imports)}" if param.default else imports.builtin("list")
        yield f"default_factory={made}"
        yield f"json_schema_extra={python_literal({'default': wire(param.default, param.type)})}"
    if param.description:
        yield f"description={python_literal(param.description)}"
    if (example := _example(param)) is not UNSET:
        yield f"examples=[{python_literal(wire(example, param.type))}]"
    if param.deprecated:
        yield "deprecated=True"


def _example(param: Param) -> object:
    """Its own, or that of its named type."""
    if param.example is UNSET and isinstance(param.type, Ref) and isinstance(param.type.target, NamedType):
        return param.type.target.example
    return param.example
