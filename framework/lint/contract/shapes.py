"""Types without their spelling: what a spec asks for and what an annotation says, in one form, to be compared.

A shape is a set of arms. An arm that is not known agrees with everything: a finding has to be certain.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from framework.ir import (
    Dict,
    Enum,
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
from framework.lint.code import classes
from framework.lint.code.names import canonical
from framework.lint.code.scopes import Binding, Frame
from framework.lint.code.values import Class, Made, Number, Symbol, Text

if TYPE_CHECKING:
    from framework.lint.code.evaluate import Evaluator

Arm = tuple[object, ...]
Shape = frozenset[Arm]

ANY: Arm = ("any",)
NONE: Arm = ("none",)
UNKNOWN: Shape = frozenset({ANY})
DEEPEST = 12

ANYTHING = frozenset({"typing.Any", "builtins.object", "typing_extensions.Any"})
NEVER = frozenset({"typing.Never", "typing.NoReturn", "typing_extensions.Never"})
FIRST = frozenset({"typing.Annotated", "typing_extensions.Annotated", "typing.Final", "typing.Required"})
EITHER = frozenset({"typing.Optional", "typing.Union"})
LISTS = frozenset({"builtins.list", "typing.List", "collections.abc.MutableSequence", "typing.MutableSequence"})
ITERABLES = frozenset(
    f"{home}.{name}"
    for home in ("typing", "collections.abc")
    for name in ("Iterable", "Sequence", "Collection", "Reversible")
)
DICTS = frozenset({"builtins.dict", "typing.Dict", "collections.abc.MutableMapping", "typing.MutableMapping"})
MAPPINGS = frozenset({"collections.abc.Mapping", "typing.Mapping"})
LITERALS = frozenset({"typing.Literal", "typing_extensions.Literal"})
WIDER = {
    "builtins.bool": {"builtins.int", "builtins.float", "builtins.complex"},
    "builtins.int": {"builtins.float", "builtins.complex"},
    "datetime.datetime": {"datetime.date"},
}
ROOTS = frozenset({"pydantic.BaseModel", "framework.Model"})
"""What every generated schema is, too."""


def asked(type_: Type | None) -> Shape:
    """The shape of a type of the specs, as a controller gets or returns it."""
    match type_:
        case None:
            return frozenset({NONE})
        case Scalar():
            path = type_.python if "." in type_.python else f"builtins.{type_.python}"
            return UNKNOWN if path == "typing.Any" else frozenset({("class", path)})
        case Ref(NamedType() as named):
            return asked(named.type)
        case Ref(Model() | Variant() | Enum() as declared):
            return frozenset({("class", _home(declared))})
        case List(item) | Set(item):
            return frozenset({("list", asked(item))})
        case Dict(key, item):
            return frozenset({("dict", asked(key), asked(item))})
        case Nullable(item):
            return asked(item) | {NONE}
        case Page(item):
            return frozenset({("page", asked(item))})
        case Union(arms):
            return frozenset(arm for each in arms for arm in asked(each))
        case Literal(values):
            return frozenset(("literal", value) for value in values)
    return UNKNOWN


def _home(target: Model | Variant | Enum) -> str:
    folder = f"services.{target.service}.src.generated" if target.service else "shared.generated"
    return f"{folder}.schemas.{target.name.text}"


def written(ev: Evaluator, expr: ast.expr | None, frame: Frame, depth: int = 0) -> Shape:
    """The shape of an annotation; of what is not annotated nothing is known."""
    if expr is None or depth > DEEPEST:
        return UNKNOWN
    if isinstance(expr, ast.Constant):
        return _constant(ev, expr, frame, depth)
    if isinstance(expr, ast.BinOp):
        return written(ev, expr.left, frame, depth + 1) | written(ev, expr.right, frame, depth + 1)
    if isinstance(expr, ast.Subscript):
        return _subscript(ev, expr, frame, depth)
    alias = _alias(expr, frame)
    if alias is not None:
        return written(ev, alias, frame, depth + 1)
    values = ev.values(expr, frame)
    return frozenset(arm for value in values for arm in _arms(ev, value)) if values else UNKNOWN


def _constant(ev: Evaluator, expr: ast.Constant, frame: Frame, depth: int) -> Shape:
    if expr.value is None:
        return frozenset({NONE})
    try:
        inner = ast.parse(expr.value.strip(), mode="eval").body if isinstance(expr.value, str) else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return UNKNOWN
    return written(ev, inner, frame, depth + 1)


def _alias(expr: ast.expr, frame: Frame) -> ast.expr | None:
    """The type that a name of the same file was given: `Users = list[UserRead]`."""
    here: Frame | None = frame
    while here is not None and isinstance(expr, ast.Name):
        found: list[Binding] = here.scope.names.get(expr.id, [])
        if found:
            composed = (ast.Subscript, ast.BinOp, ast.Constant)
            return found[0].node if len(found) == 1 and isinstance(found[0].node, composed) else None
        here = here.outer
    return None


def _subscript(ev: Evaluator, expr: ast.Subscript, frame: Frame, depth: int) -> Shape:
    inner = list(expr.slice.elts) if isinstance(expr.slice, ast.Tuple) else [expr.slice]
    shapes = [] if _heads(ev, expr, frame) & LITERALS else [written(ev, part, frame, depth + 1) for part in inner]
    for heads, make in FORMS:
        if heads & _heads(ev, expr, frame):
            return make(shapes) if shapes else frozenset(_literals(ev, inner, frame))
    values = ev.values(expr.value, frame)
    return frozenset(arm for value in values for arm in _arms(ev, value)) if values else UNKNOWN


def _heads(ev: Evaluator, expr: ast.Subscript, frame: Frame) -> frozenset[str]:
    values = ev.values(expr.value, frame)
    return frozenset(
        name for value in values if isinstance(value, Symbol) for name in (value.path, canonical(value.path))
    )


def _first(shapes: list[Shape]) -> Shape:
    return shapes[0]


def _either(shapes: list[Shape]) -> Shape:
    return frozenset(arm for shape in shapes for arm in shape)


def _optional(shapes: list[Shape]) -> Shape:
    return _either(shapes) | {NONE}


def _of(kind: str, count: int) -> Callable[[list[Shape]], Shape]:
    def made(shapes: list[Shape]) -> Shape:
        return frozenset({(kind, *shapes)}) if len(shapes) == count else UNKNOWN

    return made


FORMS: tuple[tuple[frozenset[str], Callable[[list[Shape]], Shape]], ...] = (
    (FIRST, _first),
    (frozenset({"typing.Optional"}), _optional),
    (EITHER, _either),
    (LISTS, _of("list", 1)),
    (ITERABLES, _of("iter", 1)),
    (DICTS, _of("dict", 2)),
    (MAPPINGS, _of("mapping", 2)),
    (frozenset({"framework.Page"}), _of("page", 1)),
    (LITERALS, _either),
)


def _literals(ev: Evaluator, parts: list[ast.expr], frame: Frame) -> Iterator[Arm]:
    for part in parts:
        for value in ev.values(part, frame):
            if isinstance(value, (Text, Number)):
                yield NONE if value.value is None else ("literal", value.value)


def _arms(ev: Evaluator, value: object) -> Iterator[Arm]:
    """What a bare name in an annotation says."""
    if isinstance(value, Symbol):
        yield from _symbol(value.path)
    elif isinstance(value, (Class, Made)):
        above = classes.order(ev, value)
        names = [each.path for each in above if isinstance(each, Symbol)]
        own = value.node.name if isinstance(value, Class) else value.name
        yield ("own", own, frozenset({*names, *(canonical(name) for name in names)}))
    elif isinstance(value, Number) and value.value is None:
        yield NONE
    else:
        yield ANY


def _symbol(path: str) -> Iterator[Arm]:
    if path in ANYTHING or "(" in path or "?" in path:
        yield ANY
    elif path in NEVER:
        return
    elif path in LISTS or path in DICTS:
        yield ("list", UNKNOWN) if path in LISTS else ("dict", UNKNOWN, UNKNOWN)
    elif path in ITERABLES or path in MAPPINGS:
        yield ("iter", UNKNOWN) if path in ITERABLES else ("mapping", UNKNOWN, UNKNOWN)
    elif path == "types.NoneType":
        yield NONE
    else:
        yield ("page", UNKNOWN) if canonical(path) == "framework.Page" else ("class", path)


def fits(given: Shape, wanted: Shape) -> bool:
    """Whether everything of one shape is of the other."""
    return all(any(_fits(arm, other) for other in wanted) for arm in given)


def _fits(arm: Arm, other: Arm) -> bool:
    if ANY in (arm, other) or arm == other:
        return True
    match arm, other:
        case ("class", str(path)), ("class", str(wider)):
            return canonical(path) == canonical(wider) or wider in WIDER.get(path, ()) or _is_schema(path, wider)
        case ("own", _, frozenset() as above), ("class", wider):
            return wider in above
        case ("literal", value), ("class", path):
            return path in (f"builtins.{type(value).__name__}", "builtins.object")
        case ("list", inner), ("list" | "iter", outer):
            return _inside(inner, outer)
        case ("iter", inner), ("iter", outer):
            return _inside(inner, outer)
        case ("dict" | "mapping", *inner), ("mapping", *outer):
            return all(_inside(*pair) for pair in zip(inner, outer, strict=True))
        case ("dict", *inner), ("dict", *outer):
            return all(_inside(*pair) for pair in zip(inner, outer, strict=True))
        case ("page", inner), ("page", outer):
            return _inside(inner, outer)
    return False


def _inside(inner: object, outer: object) -> bool:
    return isinstance(inner, frozenset) and isinstance(outer, frozenset) and fits(inner, outer)


def _is_schema(path: str, wider: str) -> bool:
    return ".generated.schemas." in path and canonical(wider) in ROOTS


def shown(shape: Shape) -> str:
    """A shape for people."""
    return " | ".join(sorted((_shown(arm) for arm in shape), key=lambda text: (text == "None", text))) or "Never"


def _shown(arm: Arm) -> str:
    match arm:
        case ("none",):
            return "None"
        case ("class", str(path)):
            return path.rpartition(".")[2]
        case ("own", str(name), _):
            return name
        case ("literal", value):
            return f"Literal[{value!r}]"
        case ("list" | "iter" | "page" | "dict" | "mapping" as kind, *inner):
            names = {"iter": "Iterable", "page": "Page", "mapping": "Mapping"}
            parts = ", ".join(shown(part) for part in inner if isinstance(part, frozenset))
            return f"{names.get(kind, kind)}[{parts}]"
    return "Any"
