"""Defaults and examples: each must be a value of its type, found out when the spec is compiled and not by a client."""

from typing import Any

from framework.diagnostics import Code, nearest, replace
from framework.ir import UNSET, Field, NamedType, Param, Setting
from framework.lower.accept import Misfit, misfit
from framework.lower.draft import Draft
from framework.source import At
from framework.spec.error import ErrorsFile
from framework.spec.model import ModelsFile
from framework.spec.service import ServiceFile

BAD_DEFAULT = Code(
    "LOW210",
    "bad-default",
    "the default {value} is no value of '{name}': {reason}",
    "A default takes the place of what was left out, so it has to keep every rule of the field.",
    "correct the default or the type",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, default: many}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, default: 100}}}}",
)
BAD_EXAMPLE = Code(
    "LOW211",
    "bad-example",
    "the example {value} is no value of '{name}': {reason}",
    "Examples are shown in the documentation and used by tests; a wrong one misleads both.",
    "correct the example or the type",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, example: many}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {pages: {type: int, example: 100}}}}",
)


def values(draft: Draft) -> None:
    for made in draft.models:
        for name, shape in (made.body.fields or {}).items():
            field, at = made.fields[name]
            if shape.given("default") or field.example is not UNSET:
                _both(draft, field, at)
    for one in draft.operations:
        params = {made.name.text: made for made in one.operation.params}
        for index, param in enumerate(one.body.params):
            if param.name in params and (param.given("default") or param.given("example")):
                _both(draft, params[param.name], one.at["params"][index])
    types = {type_.span: type_ for type_ in draft.types}
    for sheet in draft.spec.each(ModelsFile):
        for name in sheet.body.types:
            at = sheet.at["types"][name]
            _named(draft, types[at.key], at)
    for service in draft.spec.each(ServiceFile):
        for setting in draft.services[str(service.service)].settings:
            _both(draft, setting, service.at["settings"][setting.name.text])
    for errors in draft.spec.each(ErrorsFile):
        for name in errors.body.errors:
            for field in draft.errors[name].detail:
                _both(draft, field, errors.at["errors"][name]["detail"][field.name.text])


def _both(draft: Draft, field: Field | Param | Setting, at: At) -> None:
    for code, key, value in ((BAD_DEFAULT, "default", field.default), (BAD_EXAMPLE, "example", field.example)):
        if value is not UNSET and at.has(key) and draft.sound(at):
            found = misfit(value, field.type, field.limits, nullable=field.nullable)
            if found is not None:
                _tell(draft, code, field.name.text, at[key], found)


def _named(draft: Draft, type_: NamedType, at: At) -> None:
    if type_.example is not UNSET and draft.sound(at):
        found = misfit(type_.example, type_.type, type_.limits)
        if found is not None:
            _tell(draft, BAD_EXAMPLE, type_.name.text, at["example"], found)


def _tell(draft: Draft, code: Code, name: str, at: At, found: Misfit) -> None:
    place = at
    for step in found.path:
        place = place[step]
    word = str(found.path[-1]) if found.key else str(found.value)
    guess = nearest(word, found.known)
    span = place.key if found.key else place.span
    hint = f"did you mean '{guess}'?" if guess else ""
    fix = replace(span, guess) if guess and guess.isidentifier() else None
    draft.report.add(code, span, value=_shown(found.value), name=name, reason=found.reason, hint=hint, fix=fix)


def _shown(value: Any) -> str:
    return {None: "null", True: "true", False: "false"}.get(value, repr(value)) if _plain(value) else repr(value)


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, bool)
