"""Types of a spec as annotations of Python.

The same type is written in different ways, for different values arrive. In a **body** a number is a number of JSON and
`"5"` is refused; a **param** arrives as text, so `5` is what `"5"` says; the **key** of an object is text, too, but
Python code may hand in a number. **plain** is for code that gets values which were checked already: nothing but the
type. The validators themselves live in `framework.runtime.types`; each tells JSON Schema exactly what it accepts.

All names come from `Imports`, so no field and no class of the module can hide one.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Literal as OneOf

from framework.emit.languages import Snippet, python_literal
from framework.emit.python.imports import Imports
from framework.emit.python.narrowing import narrowed
from framework.ir import (
    Dict,
    Enum,
    Limits,
    List,
    Literal,
    Model,
    NamedType,
    Nullable,
    Page,
    Ref,
    Scalar,
    Set,
    Type,
    Union,
    Variant,
)
from framework.ir.field import NO_LIMITS

Mode = OneOf["body", "param", "key", "plain"]

TYPES = "framework.runtime.types"
MODEL = "framework.runtime.model"
BARE = {
    "int": "Int", "float": "Float", "decimal": "Decimal", "string": "Text", "bool": "Bool", "bytes": "Bytes",
    "uuid": "Uuid", "date": "Date", "time": "Time", "datetime": "DateTime", "duration": "Duration", "email": "Email",
    "url": "Url", "json": "Json", "any": "Json",
}  # fmt: skip
"""What the runtime calls a scalar type without constraints; with them it is `Annotated[int, t.IntRule(ge=0)]`."""

AS_TEXT = {"body": frozenset[str](), "param": frozenset({"int", "float", "bool"}), "key": frozenset({"int"})}
"""Scalars of which JSON has values of its own, so that text is another thing."""

SHORT = {"datetime": "dt"}
CONSTRAINTS = tuple(one.name for one in fields(Limits))


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of an annotation. `later`: it names a class that the module defines further down, so it must be quoted
    where it ends up."""

    text: str
    later: bool = False

    @property
    def settled(self) -> str:
        return python_literal(self.text) if self.later else self.text


@dataclass(frozen=True, slots=True)
class Annotator:
    """Writes annotations for one module. `later` are the names of its classes that are not defined yet."""

    imports: Imports
    mode: Mode = "body"
    later: AbstractSet[str] = frozenset()

    def of(self, type_: Type, limits: Limits = NO_LIMITS, *, nullable: bool = False, unset: bool = False) -> Snippet:
        """`unset`: the value may be left out, which is another thing than null."""
        arms = [self._type(type_, limits)]
        if unset:
            arms.append(_Part(self.imports.member("pydantic", "MISSING")))
        if nullable:
            arms.append(_Part("None"))
        return Snippet(_either(arms).settled)

    def _type(self, type_: Type, limits: Limits) -> _Part:
        base, kept = narrowed(type_, limits)
        if self.mode == "body" and limits == NO_LIMITS and isinstance(type_, Ref) and base is not type_:
            return self._named(type_.target)
        match base:
            case Scalar():
                return _Part(self._scalar(base, kept))
            case Ref(target):
                return self._declared(target)
            case List(item) | Set(item):
                rules = replace(kept, unique_items=kept.unique_items or isinstance(base, Set))
                return self._many(f"{self._builtin('list')}[{self._item(item).settled}]", rules, "Items")
            case Dict(key, item):
                keys = replace(self, mode="plain" if self.mode == "plain" else "key")._type(key, NO_LIMITS)
                inside = f"{keys.settled}, {self._item(item).settled}"
                return self._many(f"{self._builtin('dict')}[{inside}]", kept, "Entries")
            case Nullable(item):
                return _either([self._type(item, kept), _Part("None")])
            case Page(item):
                return _Part(f"{self.imports.module(MODEL, 'model')}.Page[{self._item(item).settled}]")
            case Union():
                return self._union(base)
            case Literal(values):
                return _Part(self._choice(values))

    def _item(self, type_: Type) -> _Part:
        return self._type(type_, NO_LIMITS)

    def _scalar(self, scalar: Scalar, limits: Limits) -> str:
        if self.mode == "plain":
            return self._python(scalar.python)
        suffix = self.mode.capitalize() if scalar.name in AS_TEXT[self.mode] else ""
        if limits == NO_LIMITS:
            return f"{self._t}.{BARE[scalar.name]}{suffix}"
        arguments = constraints(limits) + ([f'of="{self.mode}"'] if suffix else [])
        return self._annotated(self._python(scalar.python), f"{BARE[scalar.name]}Rule({', '.join(arguments)})")

    def _many(self, text: str, limits: Limits, rule: str) -> _Part:
        names = {"min_items": "min", "max_items": "max", "unique_items": "unique"}
        given = [f"{short}={getattr(limits, name)}" for name, short in names.items() if getattr(limits, name)]
        bare = self.mode == "plain" or (not given and rule == "Items")
        return _Part(text if bare else self._annotated(text, f"{rule}({', '.join(given)})"))

    def _declared(self, target: Model | Variant | Enum | NamedType) -> _Part:
        part = self._named(target)
        whole = isinstance(target, Enum) and any(isinstance(member.value, int) for member in target.members)
        return _Part(self._annotated(part.settled, "Whole()")) if whole and self.mode == "body" else part

    def _named(self, target: Model | Variant | Enum | NamedType) -> _Part:
        own = self.imports.declared(target)
        return _Part(own, later=target.name.text in self.later and "." not in own)

    def _union(self, union: Union) -> _Part:
        part = _either([self._type(arm, NO_LIMITS) for arm in union.arms])
        if self.mode == "plain":
            return part
        name = None if union.discriminator is None else _discriminator(union, union.discriminator)
        if name is None:
            return _Part(self._field(part.settled, 'union_mode="left_to_right"'))
        return _Part(self._field(part.settled, f"discriminator={python_literal(name)}"))

    def _choice(self, values: Iterable[str | int]) -> str:
        known = tuple(values)
        text = f"{self.imports.member('typing', 'Literal')}[{', '.join(map(python_literal, known))}]"
        if self.mode == "plain" or not any(isinstance(one, int) for one in known):
            return text
        return self._annotated(text, "Whole()" if self.mode == "body" else "Numeral()")

    def _field(self, first: str, argument: str) -> str:
        return f"{self._annotated_name}[{first}, {self.imports.member('pydantic', 'Field')}({argument})]"

    def _annotated(self, first: str, rule: str) -> str:
        return f"{self._annotated_name}[{first}, {self._t}.{rule}]"

    def _python(self, path: str) -> str:
        module, _, name = path.rpartition(".")
        if module == "typing":
            return self.imports.member(module, name)
        return f"{self.imports.module(module, SHORT.get(module, ''))}.{name}" if module else self._builtin(name)

    def _builtin(self, name: str) -> str:
        return self.imports.builtin(name)

    @property
    def _annotated_name(self) -> str:
        return self.imports.member("typing", "Annotated")

    @property
    def _t(self) -> str:
        return self.imports.module(TYPES, "t")


def annotation(
    type_: Type, imports: Imports, limits: Limits = NO_LIMITS, *, nullable: bool = False, mode: Mode = "body"
) -> Snippet:
    """The annotation of a type; what it needs is added to the imports. One without bounds is written once: bounds that
    are equal may be spelled in several ways, `1` and `1.0`."""
    if limits is not NO_LIMITS or not isinstance(type_, Scalar | Ref):
        return Annotator(imports, mode).of(type_, limits, nullable=nullable)
    key = (type_, nullable, mode)
    if key not in imports.said:
        imports.said[key] = Annotator(imports, mode).of(type_, limits, nullable=nullable)
    return imports.said[key]


def _either(arms: list[_Part]) -> _Part:
    """An alternative, null last. One name is quoted alone, several together: `str | None` works on types only."""
    if len(arms) == 1:
        return arms[0]
    texts = dict.fromkeys(arm.text for arm in arms)
    ordered = [text for text in texts if text != "None"] + (["None"] if "None" in texts else [])
    return _Part(" | ".join(ordered), any(arm.later for arm in arms))


def constraints(limits: Limits) -> list[str]:
    """The constraints that are given, as keywords. A decimal bound is written as text, for a float would lose it."""
    given = ((name, getattr(limits, name)) for name in CONSTRAINTS)
    told = ((name, str(value) if isinstance(value, Decimal) else value) for name, value in given)
    return [f"{name}={python_literal(value)}" for name, value in told if value is not None and value is not False]


def _discriminator(union: Union, wire: str) -> str | None:
    """What Python calls the field that tells the models apart; None where Pydantic could not do it by that field: it
    has several names, or is no literal."""
    found = [
        field
        for arm in union.arms
        if isinstance(arm, Ref) and isinstance(arm.target, Model | Variant)
        for field in arm.target.fields
        if field.wire == wire
    ]
    names = {field.name.text for field in found}
    plain = all(isinstance(field.type, Literal) and _texts(field.type) for field in found)
    return names.pop() if len(names) == 1 and plain and len(found) == len(union.arms) else None


def _texts(literal: Literal) -> bool:
    return all(isinstance(value, str) for value in literal.values)
