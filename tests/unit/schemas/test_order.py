"""The order of classes. A unit test: what is computed in one pass is held against its definition, for any graph."""

from hypothesis import given
from hypothesis import strategies as st

from framework.diagnostics import Span
from framework.emit.generators.schemas.fields import Scope, line
from framework.emit.generators.schemas.order import Class, ordered, unfinished
from framework.emit.python import Imports
from framework.ir import Field, Model, Ref
from framework.ir.name import Name
from framework.ir.tie import tie

NOWHERE = Span("models.yaml")
GRAPHS = st.integers(1, 8).flatmap(
    lambda size: st.lists(st.sets(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size)
)


@given(GRAPHS)
def test_unfinished_is_what_reaches_a_class_that_stands_behind_it(graph: list[set[int]]) -> None:
    models = made(graph)
    for classes in (models, ordered(models)):
        place = {id(one): index for index, one in enumerate(classes)}
        wanted = [one for one in classes if any(place[id(other)] > place[id(one)] for other in reach(one))]
        assert unfinished(classes) == wanted


def test_a_chain_may_be_longer_than_the_stack_of_python() -> None:
    models = made([{number + 1} for number in range(20_000)] + [set()])
    assert unfinished(models) == models[:-1]
    assert unfinished(models[::-1]) == []


def test_a_field_names_a_class_in_quotes_only_until_it_is_there() -> None:
    (model,) = made([{0}])
    later = {"M0"}
    scope = Scope(Imports("shared.generated.schemas"), later)
    told = line(model.fields[0], scope)
    later.clear()
    assert (told, line(model.fields[0], scope)) == ('f0: "M0"', "f0: M0")


def made(graph: list[set[int]]) -> list[Model]:
    models = [Model(Name.of(f"M{number}"), None, NOWHERE) for number in range(len(graph))]
    for model, used in zip(models, graph, strict=True):
        names = [(Name.of(f"f{number}"), Ref(models[number])) for number in sorted(used)]
        fields = [Field(name, name.text, type_, True, False, NOWHERE) for name, type_ in names]
        tie(model, fields=tuple(fields))
    return models


def reach(start: Class) -> list[Class]:
    found, waiting = {id(start): start}, [start]
    while waiting:
        for field in waiting.pop().fields:
            assert isinstance(field.type, Ref)
            target = field.type.target
            assert isinstance(target, Class)
            if id(target) not in found:
                found[id(target)] = target
                waiting.append(target)
    return list(found.values())
