"""The settings of services: variables that a person writes into an environment, and several processes read."""

import keyword
import re
from dataclasses import replace as altered
from typing import Any

from framework.diagnostics import Code, Related, replace
from framework.ir import UNSET, Enum, List, Literal, Name, Nullable, Ref, Scalar, Service, Set, Setting, Type, tie
from framework.ir.field import NO_LIMITS
from framework.lower.draft import Draft
from framework.lower.limits import limits
from framework.lower.models import CONTRADICTION
from framework.lower.names import PYDANTIC, name_of
from framework.lower.types import Scope, base, resolve, typed
from framework.scalars import SCALARS
from framework.source import At
from framework.spec.service import ServiceFile
from framework.spec.setting import Setting as Shape
from framework.spec.variables import NAMES, SYSTEM

BAD_VARIABLE = Code(
    "LOW220",
    "bad-variable",
    "'{name}' cannot be the name of a variable",
    "A setting is a variable of the environment: capital letters, digits and underscores, the first a letter. Other "
    "names shells, compose files and deployments spell in their own ways.",
    "call it '{other}'",
    "# services/backend/spec/service.yaml\nsettings: {page_size: {type: int, default: 20}}",
    "# services/backend/spec/service.yaml\nsettings: {PAGE_SIZE: {type: int, default: 20}}",
)
RESERVED_VARIABLE = Code(
    "LOW221",
    "reserved-variable",
    "'{name}' cannot be a setting: {reason}",
    "The same variable would say two things, or the settings could not have a field for it.",
    "rename it, for example to '{other}'",
    "# services/backend/spec/service.yaml\nsettings: {LOG_LEVEL: string}",
    "# services/backend/spec/service.yaml\nsettings: {AUDIT_LEVEL: string}",
)
SETTING_TYPE = Code(
    "LOW222",
    "setting-type",
    "a setting cannot be {what}",
    "A variable is one piece of text: a value, or several with commas between.",
    "use a scalar, an enum of models.yaml, `literal[a, b]`, or a `list[…]` of one of them",
    "# services/backend/spec/service.yaml\nsettings: {RATES: 'dict[string, float]'}",
    "# services/backend/spec/service.yaml\nsettings: {RATES: 'list[float]'}",
)
SECRET_TYPE = Code(
    "LOW223",
    "secret-type",
    "the secret '{name}' is no text",
    "A secret is kept as it is written: nobody calculates with it, and no error may tell what it was compared to.",
    "make it a `string` or a `url`, or remove `secret: true`",
    "# services/backend/spec/service.yaml\nsettings: {PIN: {type: int, secret: true}}",
    "# services/backend/spec/service.yaml\nsettings: {PIN: {type: string, secret: true, pattern: '^[0-9]{4}$'}}",
)
SETTING_CLASH = Code(
    "LOW224",
    "setting-clash",
    "'{name}' is {one} here and {other} in the service '{service}'",
    "Services share one `.env`: a value that suits the one is refused by the other, or is a secret in one place only.",
    "declare it alike in both services, or rename one of the two",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}, {name: bot, type: python}]\n"
    "# services/backend/spec/service.yaml\nsettings: {REGION: string}\n"
    "# services/bot/spec/service.yaml\nsettings: {REGION: int}",
    "# services.yaml\nservices: [{name: backend, type: python-fastapi}, {name: bot, type: python}]\n"
    "# services/backend/spec/service.yaml\nsettings: {REGION: string}\n"
    "# services/bot/spec/service.yaml\nsettings: {REGION: string}",
)

FILE = "_FILE"
TEXTS = ("string", "url")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*\Z")
_METHODS = ("model_config", "model_fields", "model_computed_fields", "model_extra", "model_construct", "model_copy",
            "model_dump", "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild",
            "model_validate", "settings_")  # fmt: skip
"""What the names of Pydantic's methods begin with."""


def settings(draft: Draft) -> None:
    known: dict[str, tuple[Setting, Service]] = {}
    for sheet in draft.spec.each(ServiceFile):
        service, made = draft.services[str(sheet.service)], {}
        for name, shape in sheet.body.settings.items():
            at = sheet.at["settings"][name]
            if _named(draft, name, at, service, sheet.body.settings):
                made[name] = _setting(draft, shape, at, service)
                _agrees(draft, made[name], service, known)
        tie(service, settings=tuple(made.values()))


def _named(draft: Draft, name: str, at: At, service: Service, others: dict[str, Shape]) -> bool:
    if not _VARIABLE.match(name):
        other = re.sub(r"[^A-Z0-9]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()).strip("_")
        other = other if _VARIABLE.match(other) else f"X_{other}".rstrip("_")
        fix = replace(at.key, other) if other not in others else None
        draft.report.add(BAD_VARIABLE, at.key, name=name, other=other, fix=fix)
        return False
    secret = others.get(name.removesuffix(FILE)) if name.endswith(FILE) else None
    reason = _reserved(name, service)
    if secret is not None and secret.secret:
        reason = f"it names the file of the secret '{name.removesuffix(FILE)}'"
    if reason:
        other = f"{name}NAME" if secret is not None else f"{service.name.text.upper()}_{name}"
        draft.report.add(RESERVED_VARIABLE, at.key, name=name, reason=reason, other=other)
    return not reason


def _reserved(name: str, service: Service) -> str:
    """Why a service cannot have the variable. Where no Python runs, only what the system owns is taken."""
    field = name.lower()
    if name in SYSTEM:
        return "every process has a variable of that name"
    if not service.type.startswith("python"):
        return ""
    if name in NAMES or (name.endswith(FILE) and name.removesuffix(FILE) in NAMES):
        return "the runtime reads this variable itself"
    if keyword.iskeyword(field):
        return f"its field would be called `{field}`, a keyword of Python"
    if field in PYDANTIC or field.startswith(_METHODS):
        return f"its field would hide the method `{field}` of Pydantic's classes"
    return ""


def _setting(draft: Draft, shape: Shape, at: At, service: Service) -> Setting:
    name = at.path[-1]
    type_ = _type(draft, shape, at, service)
    sure = type_ is not None and draft.sound(at)
    nullable = isinstance(type_, Nullable) or shape.optional is True
    bare = type_.item if isinstance(type_, Nullable) else type_ or SCALARS["any"]
    given = shape.given("default")
    if shape.optional is True and given:
        related = [Related(at["default"].key, "the other")]
        draft.report.add(CONTRADICTION, at["optional"].key, one="optional: true", other="default: …", related=related)
    if sure and shape.secret and not _text(bare):
        draft.report.add(SECRET_TYPE, at["type"].span, name=name)
    return Setting(
        name=_variable(str(name)),
        type=bare,
        nullable=nullable,
        secret=shape.secret,
        span=at.key,
        default=shape.default if given else UNSET,
        limits=limits(draft, shape, bare, at) if sure else NO_LIMITS,
        description=shape.description,
        example=shape.example if shape.given("example") else UNSET,
    )


def _variable(name: str) -> Name:
    """`A__B` and `S3_KEY` are split by underscores alone: the runtime finds the variable of a field by its letters."""
    return altered(name_of(name), snake=name.lower(), constant=name)


def _type(draft: Draft, shape: Shape, at: At, service: Service) -> Type | None:
    """The type, if a variable can hold a value of it; else it was reported."""
    if not typed(draft, at):
        return None
    if shape.type.strip() == "enum":
        draft.report.add(SETTING_TYPE, at["type"].span, what="an enum of its own")
        return None
    found = resolve(draft, shape.type, at["type"], Scope(service.name.text))
    if found is not None and not possible(found.item if isinstance(found, Nullable) else found):
        draft.report.add(SETTING_TYPE, at["type"].span, what=f"'{shape.type}'")
        return None
    return found


def possible(type_: Type, *, many: bool = True) -> bool:
    if isinstance(type_, List | Set):
        return many and possible(type_.item, many=False)
    if isinstance(type_, Literal):
        return len({type(value) for value in type_.values}) == 1
    found = base(type_)
    if isinstance(found, Scalar):
        return found.param
    return isinstance(found, Ref) and isinstance(found.target, Enum)


def _text(type_: Type) -> bool:
    found = base(type_)
    return isinstance(found, Scalar) and found.name in TEXTS


def _agrees(draft: Draft, made: Setting, service: Service, known: dict[str, tuple[Setting, Service]]) -> None:
    if made.type is SCALARS["any"]:  # its type was reported
        return
    other, owner = known.setdefault(made.name.text, (made, service))
    words = _word(made), _word(other)
    if words[0] != words[1]:
        related = [Related(other.span, "the other")]
        name = made.name.text
        values: dict[str, Any] = {"one": words[0], "other": words[1], "service": owner.name.text}
        draft.report.add(SETTING_CLASH, made.span, name=name, related=related, **values)


def _word(made: Setting) -> str:
    """What a reader of `.env` has to know of the value. Bounds may differ: a value can keep both."""
    found = base(made.type)
    many = isinstance(found, List | Set)
    item = base(found.item) if isinstance(found, List | Set) else found
    named = item.target.name.text if isinstance(item, Ref) else item.name if isinstance(item, Scalar) else "literal"
    word = f"a list of '{named}'" if many else f"'{named}'"
    return f"a secret {word}" if made.secret else word
