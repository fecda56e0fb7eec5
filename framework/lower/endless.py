"""Models that no value can be: whatever is put into them needs another one inside, without end."""

from collections.abc import Iterator

from framework.diagnostics import Code, Related, Span
from framework.ir import Dict, Field, Limits, List, Model, Ref, Set, Type, Union, Variant
from framework.ir.field import NO_LIMITS
from framework.lower.draft import Draft
from framework.lower.graph import circles

ENDLESS = Code(
    "LOW200",
    "endless-model",
    "no value of '{name}' can exist: {circle}",
    "Each of these fields is required and not null, so the innermost one would need yet another inside.",
    "make one field of the circle `optional: true`, or a list that may be empty",
    "# shared/spec/models.yaml\nmodels: {Node: {fields: {next: Node}}}",
    "# shared/spec/models.yaml\nmodels: {Node: {fields: {next: {type: Node, optional: true}}}}",
)

Class = Model | Variant


def endless(draft: Draft) -> None:
    """Take away every class that can be made of those taken away before; what is left waits for itself."""
    left = {target.name.text: target for target in draft.classes.values() if isinstance(target, Model | Variant)}
    finite: set[str] = set()
    while made := [name for name, target in left.items() if not list(_waits(target, finite))]:
        finite.update(made)
        for name in made:
            del left[name]
    graph = {name: [step for step, _ in _waits(target, finite)] for name, target in left.items()}
    told: set[frozenset[str]] = set()
    for circle in circles(graph):
        if frozenset(circle) not in told:
            told.add(frozenset(circle))
            span = next(span for step, span in _waits(left[circle[-1]], finite) if step == circle[0])
            related = [Related(left[name].span, f"'{name}' needs the next one") for name in circle[:-1]]
            draft.report.add(ENDLESS, span, name=circle[0], circle=" → ".join((*circle, circle[0])), related=related)


def _waits(target: Class, finite: set[str]) -> Iterator[tuple[str, Span]]:
    """The classes without which there is no value of this one, each with the field that says so."""
    for field in target.fields:
        if field.required and not field.nullable:
            for name in _needs(field, finite):
                yield name, field.span


def _needs(field: Field, finite: set[str]) -> list[str]:
    return [] if _possible(field.type, field.limits, finite) else list(_names(field.type))


def _possible(type_: Type, limits: Limits, finite: set[str]) -> bool:
    """Whether some value of the type can be written down."""
    if isinstance(type_, Ref):
        return not isinstance(type_.target, Model | Variant) or type_.target.name.text in finite
    if isinstance(type_, Union):
        return any(_possible(arm, NO_LIMITS, finite) for arm in type_.arms)
    if isinstance(type_, List | Set):
        return not limits.min_items or _possible(type_.item, NO_LIMITS, finite)
    if isinstance(type_, Dict):
        return not limits.min_items or _possible(type_.value, NO_LIMITS, finite)
    return True


def _names(type_: Type) -> Iterator[str]:
    if isinstance(type_, Ref):
        yield type_.target.name.text
    elif isinstance(type_, Union):
        for arm in type_.arms:
            yield from _names(arm)
    elif isinstance(type_, List | Set):
        yield from _names(type_.item)
    elif isinstance(type_, Dict):
        yield from _names(type_.value)
