"""The class of a service's settings: its own variables as fields, and the classes that bring the runtime's."""

from collections.abc import Iterator, Mapping

from framework.emit.languages import Snippet, python_literal, word
from framework.emit.python import Annotator, Imports, assignment, comment, value
from framework.emit.python.annotations import TYPES, constraints
from framework.emit.python.narrowing import narrowed
from framework.emit.symbols import symbol
from framework.ir import UNSET, Enum, List, Ref, Scalar, Service, Set, Setting, Type
from framework.symbols import Symbol

RUNTIME = "framework.runtime.settings"
BASES = (
    ("database", "DatabaseSettings"),
    ("cache", "CacheSettings"),
    ("storage", "StorageSettings"),
    ("broker", "BrokerSettings"),
)
SECRETS = {"string": "Secret", "url": "SecretUrl"}
INDENT = 4


def view(service: Service) -> Mapping[str, object]:
    own = {setting.name.snake for setting in service.settings}
    home = f"services.{service.name}.src.generated.settings"
    imports = Imports(home, own, ("Settings", "get_settings"))
    module = imports.module(RUNTIME)
    bases = ["Settings", *(name for access, name in BASES if access in service.access)]
    where = service.settings[0].span.file if own else f"services/{service.name}/spec"
    fields = [_field(setting, imports) for setting in service.settings]
    return {
        "header": comment(f"Made by `autogen generate` from {where}. Edit that, not this file."),
        "service": word(service.name.text),
        "told": Snippet("Its own variables and those of the runtime." if own else "The variables of the runtime."),
        "bases": Snippet(", ".join(f"{module}.{base}" for base in bases)),
        "class_var": imports.member("typing", "ClassVar") if own else "",
        "text": imports.builtin("str"),
        "declared": where,
        "fields": fields,
        "settings": module,
        "cache": imports.member("functools", "cache"),
        "imports": imports.block(),
    }


def symbols(service: Service) -> dict[str, Symbol]:
    found = dict.fromkeys(("Settings", "get_settings"), symbol(service))
    found |= {f"Settings.{setting.name.snake}": symbol(setting) for setting in service.settings}
    return found


def _field(setting: Setting, imports: Imports) -> Snippet:
    """A default that stands alone needs no `Field` around it, unless it is a list: there everyone sees that Pydantic
    gives each object its own."""
    default, told = _default(setting, imports), list(_told(setting))
    if default and (told or isinstance(setting.default, list)):
        told.insert(0, f"default={default}")
    value = f"{imports.member('pydantic', 'Field')}({', '.join(told)})" if told else default
    return assignment(word(setting.name.snake), _annotation(setting, imports), value, INDENT)


def _told(setting: Setting) -> Iterator[str]:
    if setting.description:
        yield f"description={python_literal(setting.description)}"
    if setting.example is not UNSET and not setting.secret:
        yield f"examples=[{python_literal(setting.example)}]"


def _default(setting: Setting, imports: Imports) -> str:
    if setting.default is UNSET or setting.default is None:
        return "None" if setting.nullable else ""
    found = value(setting.type, setting.default, imports)
    return f"{imports.member('pydantic', 'SecretStr')}({found})" if setting.secret else found


def _annotation(setting: Setting, imports: Imports) -> str:
    if setting.secret:
        found = _secret(setting, imports)
    else:
        found = str(Annotator(imports, "param").of(setting.type, setting.limits))
        found = _numerals(setting.type, found, imports)
    return f"{found} | None" if setting.nullable else found


def _secret(setting: Setting, imports: Imports) -> str:
    base, limits = narrowed(setting.type, setting.limits)
    assert isinstance(base, Scalar), "the compiler lets no other secret pass"
    rule = f"{imports.module(RUNTIME)}.{SECRETS[base.name]}({', '.join(constraints(limits))})"
    return f"{imports.member('typing', 'Annotated')}[{imports.member('pydantic', 'SecretStr')}, {rule}]"


def _numerals(type_: Type, found: str, imports: Imports) -> str:
    """Members of an enum that are numbers come as text here, which Pydantic does not take for them."""
    item = type_.item if isinstance(type_, List | Set) else type_
    target = item.target if isinstance(item, Ref) else None
    if not isinstance(target, Enum) or not any(isinstance(member.value, int) for member in target.members):
        return found
    bare = imports.declared(target)
    rule = f"{imports.member('typing', 'Annotated')}[{bare}, {imports.module(TYPES, 't')}.Numeral()]"
    return found.replace(bare, rule, 1)
