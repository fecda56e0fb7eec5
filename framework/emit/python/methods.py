"""What a controller is asked for: the signature of an operation, as protocols, stubs and consumers write it."""

from collections.abc import Iterator

from framework.emit.languages import Snippet, word
from framework.emit.python.annotations import annotation
from framework.emit.python.imports import Imports
from framework.emit.python.layout import spread
from framework.ir import UNSET, Operation, Param


def signature(operation: Operation, imports: Imports, end: str = ":") -> Snippet:
    """From `async def` to the colon, or to what stands behind it on its line."""
    listed = ["self", *_parameters(operation, imports)]
    output = annotation(operation.output, imports, mode="plain") if operation.output else "None"
    return spread(listed, 4, f"async def {word(operation.name.text)}", f" -> {output}{end}")


def absent(param: Param) -> bool:
    """Whether a request may leave a parameter out without anything in its place: the controller gets None."""
    return not param.required and param.default is UNSET


def has_database(operation: Operation) -> bool:
    return "database" in operation.domain.service.access


def told(operation: Operation) -> str:
    """What the spec says of an operation, in one text."""
    return "\n\n".join(text.strip() for text in (operation.summary, operation.description) if text)


def _parameters(operation: Operation, imports: Imports) -> Iterator[str]:
    if has_database(operation):
        yield f"session: {imports.member('sqlalchemy.ext.asyncio', 'AsyncSession')}"
    for param in operation.params:
        nullable = param.nullable or absent(param)
        plain = annotation(param.type, imports, param.limits, nullable=nullable, mode="plain")
        yield f"{word(param.name.text)}: {plain}"
    if operation.input is not None:
        yield f"payload: {annotation(operation.input, imports, mode='plain')}"
