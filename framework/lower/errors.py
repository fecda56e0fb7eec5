"""The declared errors."""

import builtins

from framework.diagnostics import Code
from framework.ir import Error, Field, Nullable
from framework.ir.field import NO_LIMITS, UNSET
from framework.lower.draft import Draft
from framework.lower.limits import limits
from framework.lower.names import BUILTIN, RESERVED, field_name, identifier, name_of, take, twins
from framework.lower.types import Scope, resolve, typed
from framework.scalars import SCALARS
from framework.source import At
from framework.spec.error import Error as Shape
from framework.spec.error import ErrorsFile
from framework.spec.field import Detail

ERROR_STATUS = Code(
    "LOW080",
    "error-status",
    "{status} is no status of an error",
    "An error of HTTP has a status from 400 to 599.",
    "choose one: 404 not found, 409 conflict, 422 not acceptable, 503 unavailable …",
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 200, title: Taken}}",
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 409, title: Taken}}",
)
DETAIL_NAME = Code(
    "LOW081",
    "detail-name",
    "'{name}' cannot be a detail of an error",
    "Every problem has members of its own (type, title, status, detail, instance, code, errors: RFC 9457), and so has "
    "the exception that carries it.",
    "rename it, for example to '{name}_value'",
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 409, title: Taken, detail: {title: string}}}",
    "# shared/spec/errors.yaml\nerrors: {title_taken: {status: 409, title: Taken, detail: {wanted: string}}}",
)

MEMBERS = frozenset({"type", "title", "status", "detail", "instance", "code", "errors"})
"""https://www.rfc-editor.org/rfc/rfc9457#section-3.1, and those that every problem of ours has."""

OWN = frozenset(name for name in dir(Exception) if not name.startswith("_")) | {"retryable"}
"""Attributes of the exception that carries the details."""

EXCEPTIONS = frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)
)


def errors(draft: Draft) -> None:
    for sheet in draft.spec.each(ErrorsFile):
        twins(draft, {name: sheet.at["errors"][name] for name in sheet.body.errors})
        names = {name.lower(): name for name in reversed(sheet.body.errors)}
        for name, shape in sheet.body.errors.items():
            at = sheet.at["errors"][name]
            if names[name.lower()] == name:
                _name(draft, name, at)
            if not 400 <= shape.status <= 599:
                draft.report.add(ERROR_STATUS, at["status"].value, status=shape.status)
            fields = tuple(_detail(draft, *item, at["detail"][item[0]]) for item in shape.detail.items())
            draft.errors[name] = _error(name, shape, fields, at)


def _error(name: str, shape: Shape, fields: tuple[Field, ...], at: At) -> Error:
    return Error(name_of(name), shape.status, shape.title, shape.retryable, fields, at.key, shape.description)


def _name(draft: Draft, name: str, at: At) -> None:
    """An error is an exception of Python: its class may neither hide a builtin one nor the client's own."""
    if not identifier(draft, name, at, "an error"):
        return
    pascal = name_of(name).pascal
    if pascal in EXCEPTIONS:
        draft.report.add(BUILTIN, at.key, name=pascal, what=f"the class of the error '{name}'", other=f"{name}_failure")
    elif pascal == "ApiError":
        draft.report.add(
            RESERVED, at.key, name=pascal, what=f"the class of the error '{name}'", other=f"{name}_failure"
        )
    else:
        take(draft, pascal, at, f"the error '{name}'")


def _detail(draft: Draft, name: str, shape: Detail, at: At) -> Field:
    if name in MEMBERS or name in OWN:
        draft.report.add(DETAIL_NAME, at.key, name=name)
    else:
        field_name(draft, name, at)
    found = resolve(draft, shape.type, at["type"], Scope())
    type_ = found or SCALARS["any"]
    nullable = isinstance(type_, Nullable)
    type_ = type_.item if isinstance(type_, Nullable) else type_
    return Field(
        name=name_of(name),
        wire=name,
        type=type_,
        required=True,
        nullable=nullable,
        span=at.key,
        limits=limits(draft, shape, type_, at) if found and typed(draft, at) else NO_LIMITS,
        description=shape.description,
        example=shape.example if shape.given("example") else UNSET,
    )
