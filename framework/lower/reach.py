"""What a type leads to: the classes that a body, a parameter or a message brings with it."""

from collections.abc import Iterable, Iterator

from framework.ir import Dict, Field, List, Model, Nullable, Operation, Page, Ref, Set, Type, Union, Variant
from framework.lower.draft import Draft, Target


def reached(draft: Draft, operation: Operation) -> list[Target]:
    """All classes that a caller of an operation needs."""
    types = [param.type for param in operation.params]
    types += [body for body in (operation.input, operation.output) if body is not None]
    types += [field.type for error in operation.errors for field in error.detail]
    return closure(draft, types)


def closure(draft: Draft, types: Iterable[Type], but: str = "") -> list[Target]:
    """The classes that types name, and those that their fields name, each once, in the order in which they are met.
    `but` is a flag: the fields that have it are not followed."""
    found: dict[int, Target] = {}
    queue = [target for type_ in types for target in targets(type_)]
    while queue:
        target = queue.pop(0)
        if id(target) not in found:
            found[id(target)] = target
            fields = [field for field in raw_fields(draft, target) if not (but and getattr(field, but))]
            queue += [inner for field in fields for inner in targets(field.type)]
    return list(found.values())


def targets(type_: Type) -> Iterator[Target]:
    """The classes that a type names itself."""
    if isinstance(type_, Ref):
        yield type_.target
    elif isinstance(type_, Union):
        for arm in type_.arms:
            yield from targets(arm)
    elif isinstance(type_, Dict):
        yield from targets(type_.key)
        yield from targets(type_.value)
    elif isinstance(type_, List | Set | Nullable | Page):
        yield from targets(type_.item)


def raw_fields(draft: Draft, target: Target) -> list[Field]:
    """The fields of a class before anything is taken out for the direction in which it travels."""
    if isinstance(target, Model):
        made = draft.bench.get(id(target))
        return [field for field, _ in made.fields.values()] if made is not None else []
    if isinstance(target, Variant):
        made = draft.bench[id(target.model)]
        body = next(body for body, _, variant in made.variants if variant is target)
        return [field for name, (field, _) in made.fields.items() if name not in body.exclude]
    return []
