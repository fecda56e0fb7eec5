"""Models that no value can be: each of them needs another one inside, without end."""

from framework.diagnostics import Code, Related, Span
from framework.ir import Model, Ref, Union, Variant
from framework.lower.draft import Draft
from framework.lower.graph import circles

ENDLESS = Code(
    "LOW200",
    "endless-model",
    "no value of '{name}' can exist: {circle}",
    "Each of these fields is required and not null, so the innermost one would need yet another inside.",
    "make one field of the circle `optional: true`, or a list",
    "# shared/spec/models.yaml\nmodels: {Node: {fields: {next: Node}}}",
    "# shared/spec/models.yaml\nmodels: {Node: {fields: {next: {type: Node, optional: true}}}}",
)


def endless(draft: Draft) -> None:
    classes = {target.name.text: target for target in draft.classes.values() if isinstance(target, Model | Variant)}
    graph = {name: list(dict.fromkeys(step for step, _ in _needs(target))) for name, target in classes.items()}
    told: set[frozenset[str]] = set()
    for circle in circles(graph):
        if frozenset(circle) not in told:
            told.add(frozenset(circle))
            span = next(span for step, span in _needs(classes[circle[-1]]) if step == circle[0])
            related = [Related(classes[name].span, f"'{name}' needs the next one") for name in circle[:-1]]
            draft.report.add(ENDLESS, span, name=circle[0], circle=" → ".join((*circle, circle[0])), related=related)


def _needs(target: Model | Variant) -> list[tuple[str, Span]]:
    """The classes of which every value of this one holds a value, each with the field that says so."""
    found = []
    for field in target.fields:
        if field.required and not field.nullable:
            type_ = field.type
            arms = type_.arms if isinstance(type_, Union) else (type_,)
            inner = [arm.target for arm in arms if isinstance(arm, Ref) and isinstance(arm.target, Model | Variant)]
            if len(inner) == len(arms) == 1:
                found.append((inner[0].name.text, field.span))
    return found
