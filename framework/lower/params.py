"""Parameters: where they stand in a request, and what can stand there."""

import re
from typing import Any

from framework.diagnostics import Code, Related
from framework.ir import UNSET, Enum, List, Literal, Nullable, Operation, Param, Ref, Scalar, Set, Type, Union, tie
from framework.ir.field import NO_LIMITS
from framework.lower.draft import Draft, OperationDraft
from framework.lower.limits import limits
from framework.lower.models import BAD_ALIAS, CONTRADICTION
from framework.lower.names import PARAMETERS, RESERVED, identifier, name_of
from framework.lower.types import Scope, base, resolve
from framework.scalars import SCALARS
from framework.source import At
from framework.spec.operation import Param as Shape

PARAM_TYPE = Code(
    "LOW120",
    "parameter-type",
    "a {source} parameter cannot be {what}",
    "A parameter is one piece of text in a request; only a query or a header can repeat it into a list.",
    "use a scalar, an enum or a literal; lists of them in a query; a body for all else",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: ids, type: 'dict[string, int]', source: query}], rest: {method: GET, path: /books}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: ids, type: 'list[int]', source: query}], rest: {method: GET, path: /books}}",
)
OPTIONAL_PATH = Code(
    "LOW121",
    "optional-path-parameter",
    "the path parameter '{name}' can be neither optional, null nor have a default",
    "A path without the value is another path.",
    "make it a query parameter, or declare a second operation with the shorter path",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: book_id, default: '1'}], rest: {method: GET, path: '/books/{book_id}'}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: book_id}], rest: {method: GET, path: '/books/{book_id}'}}",
)
DUPLICATE_PARAM = Code(
    "LOW122",
    "duplicate-parameter",
    "the parameter '{name}' stands twice",
    "Parameters are arguments of one method, whatever part of the request they come from.",
    "rename one of the two and keep its wire name with `alias`",
    "# services/backend/spec/routers/books.yaml\noperations:\n  find: {params: [{name: page, source: query}, "
    "{name: page, source: header}], rest: {method: GET, path: /books}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n  find: {params: [{name: page, source: query}, "
    "{name: page_header, alias: page, source: header}], rest: {method: GET, path: /books}}",
)
DUPLICATE_WIRE = Code(
    "LOW123",
    "duplicate-wire-name",
    "'{name}' and '{other}' are both the {source} parameter '{wire}' of a request",
    "One place of a request can carry one of them only; the names of headers do not tell case apart.",
    "change the alias",
    "# services/backend/spec/routers/books.yaml\noperations:\n  find: {params: [{name: page, source: query}, "
    "{name: sheet, alias: page, source: query}], rest: {method: GET, path: /books}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n  find: {params: [{name: page, source: query}, "
    "{name: sheet, source: query}], rest: {method: GET, path: /books}}",
)
IGNORED_HEADER = Code(
    "LOW124",
    "ignored-header",
    "'{wire}' cannot be declared as a header parameter",
    "OpenAPI says that a header parameter of the name Accept, Content-Type or Authorization is ignored.",
    "leave it out: the framework reads these headers itself",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: accept, source: header}], rest: {method: GET, path: /books}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: x_accept, source: header}], rest: {method: GET, path: /books}}",
)
BAD_WIRE = Code(
    "LOW125",
    "bad-wire-name",
    "{wire!r} cannot be the name of a {source} parameter",
    "The name of a header or a cookie is a token of HTTP: ASCII letters, digits and -_.~!#$%&'*+^`| in it.",
    "correct the alias",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: x, alias: 'a b', source: header}], rest: {method: GET, path: /books}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  find: {params: [{name: x, alias: a-b, source: header}], rest: {method: GET, path: /books}}",
)
PARAM_WITHOUT_REQUEST = Code(
    "LOW126",
    "parameter-without-request",
    "nothing brings the parameter '{name}' when an event calls '{operation}'",
    "Parameters come from a request; a message has only its model.",
    "make it a field of the message, give it a default, or remove it",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  on_lost: {input: Book, params: [{name: limit, source: query}], events: {subscribe: book_lost}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations:\n  on_lost: {input: Book, events: {subscribe: book_lost}}",
)

IGNORED = frozenset({"accept", "content-type", "authorization"})
REPEATED = ("query", "header")
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+\Z")


def params(draft: Draft) -> None:
    for made in draft.operations:
        if made.body.params:
            _params(draft, made)


def _params(draft: Draft, made: OperationDraft) -> None:
    found: dict[str, Param] = {}
    wires: dict[tuple[str, str], Param] = {}
    for index, shape in enumerate(made.body.params):
        at = made.at["params"][index]
        if not shape.name:
            continue
        param = _param(draft, made.operation, shape, at)
        other = found.setdefault(param.name.text, param)
        if other is not param:
            related = [Related(other.span, "the first")]
            draft.report.add(DUPLICATE_PARAM, at["name"].span, name=shape.name, related=related)
            continue
        wire = param.wire.lower() if param.source == "header" else param.wire
        other = wires.setdefault((param.source, wire), param)
        if other is not param:
            values: dict[str, Any] = {
                "name": shape.name,
                "other": other.name.text,
                "source": param.source,
                "wire": param.wire,
            }
            draft.report.add(DUPLICATE_WIRE, at["alias"].span, related=[Related(other.span, "the other")], **values)
        _reachable(draft, made, param, at)
    tie(made.operation, params=tuple(found.values()))


def _param(draft: Draft, operation: Operation, shape: Shape, at: At) -> Param:
    _name(draft, shape.name, at)
    readable = draft.sound(at) or "enum" not in shape.type
    found = resolve(draft, shape.type, at["type"], Scope(operation.domain.service.name.text)) if readable else None
    type_ = found or SCALARS["any"]
    nullable = isinstance(type_, Nullable)
    type_ = type_.item if isinstance(type_, Nullable) else type_
    if found is not None and not possible(type_, shape.source):
        draft.report.add(PARAM_TYPE, at["type"].span, source=shape.source, what=f"'{shape.type}'")
        found, type_ = None, SCALARS["any"]
    given = shape.given("default")
    if shape.source == "path" and (given or shape.required is False or nullable) and draft.sound(at):
        key = "default" if given else "required" if shape.required is False else "type"
        draft.report.add(OPTIONAL_PATH, at[key].span, name=shape.name)
    elif shape.required is True and given:
        related = [Related(at["default"].key, "the other")]
        draft.report.add(CONTRADICTION, at["required"].key, one="required: true", other="default: …", related=related)
    return Param(
        name=name_of(shape.name),
        wire=_wire(draft, shape, at),
        source=shape.source,
        type=type_,
        required=not given and shape.required is not False,
        nullable=nullable,
        span=at["name"].span,
        default=shape.default if given else UNSET,
        limits=limits(draft, shape, type_, at) if found and draft.sound(at) else NO_LIMITS,
        description=shape.description,
        example=shape.example if shape.given("example") else UNSET,
        deprecated=shape.deprecated,
    )


def _name(draft: Draft, name: str, at: At) -> None:
    if name in PARAMETERS:
        draft.report.add(RESERVED, at["name"].span, name=name, what="a parameter", other=f"{name}_value")
    else:
        identifier(draft, name, At(at.file, (at["name"].place[0], None, None)), "a parameter", builtin=True)


def _wire(draft: Draft, shape: Shape, at: At) -> str:
    """The name in the request: headers are written with hyphens unless an alias says otherwise."""
    wire = shape.alias or (shape.name.replace("_", "-") if shape.source == "header" else shape.name)
    place = at["alias"] if shape.alias is not None else at["name"]
    if shape.alias is not None and (not shape.alias or not shape.alias.isprintable()):
        draft.report.add(BAD_ALIAS, place.span, alias=shape.alias)
    elif shape.source in ("header", "cookie") and not _TOKEN.match(wire) and shape.alias is not None:
        draft.report.add(BAD_WIRE, place.span, wire=wire, source=shape.source)
    elif shape.source == "header" and wire.lower() in IGNORED:
        draft.report.add(IGNORED_HEADER, place.span, wire=wire)
    return wire


def possible(type_: Type, source: str) -> bool:
    """Whether a value of the type can be written as one piece of text, or as several of them."""
    if isinstance(type_, List | Set):
        return source in REPEATED and not isinstance(type_.item, List | Set) and possible(type_.item, source)
    if isinstance(type_, Union):
        return all(possible(arm, "path") for arm in type_.arms)
    if isinstance(type_, Literal):
        return len({type(value) for value in type_.values}) == 1
    type_ = base(type_)
    if isinstance(type_, Scalar):
        return type_.param
    return isinstance(type_, Ref) and isinstance(type_.target, Enum)


def _reachable(draft: Draft, made: OperationDraft, param: Param, at: At) -> None:
    events = made.body.events
    by_event = events is not None and events.subscribe is not None
    if by_event and (made.body.rest is None or param.required):
        values: dict[str, Any] = {"name": param.name.text, "operation": made.operation.name.text}
        draft.report.add(PARAM_WITHOUT_REQUEST, at["name"].span, **values)
