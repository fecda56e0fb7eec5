"""The order in which classes are defined: as declared, but a class stands behind those that its fields name.

Where classes name each other in a circle one has to come first. It names the later one in quotes, and it and all that
build upon it are completed when every class is there.
"""

from collections.abc import Iterator, Mapping, Sequence

from framework.ir import Dict, Enum, List, Model, NamedType, Nullable, Page, Ref, Set, Type, Union, Variant

Class = Model | Variant
Graph = Mapping[str, tuple[str, ...]]


def ordered(classes: Sequence[Class]) -> list[Class]:
    known = {one.name.text: one for one in classes}
    graph = _graph(classes)
    found: dict[str, Class] = {}
    seen: set[str] = set()
    for name in known:
        _visit(name, graph, seen, found, known)
    return list(found.values())


def unfinished(classes: Sequence[Class]) -> list[Class]:
    """Those that cannot be complete where they stand, for they reach a class that stands behind them."""
    place = {one.name.text: index for index, one in enumerate(classes)}
    last = _last(list(place), _graph(classes))
    return [one for one in classes if place[last[one.name.text]] > place[one.name.text]]


def named(type_: Type) -> Iterator[Model | Variant | Enum | NamedType]:
    """What a type names, anywhere in it."""
    match type_:
        case Ref(target):
            yield target
        case List(item) | Set(item) | Nullable(item) | Page(item):
            yield from named(item)
        case Dict(key, item):
            yield from named(key)
            yield from named(item)
        case Union(arms):
            for arm in arms:
                yield from named(arm)


def _graph(classes: Sequence[Class]) -> Graph:
    names = {one.name.text for one in classes}
    return {
        one.name.text: tuple(dict.fromkeys(
            target.name.text for field in one.fields for target in named(field.type) if target.name.text in names
        ))
        for one in classes
    }  # fmt: skip


def _visit(start: str, graph: Graph, seen: set[str], found: dict[str, Class], known: Mapping[str, Class]) -> None:
    """Depth first and without recursion: a chain of models may be longer than Python's stack."""
    waiting = [(start, iter(graph[start]))] if start not in seen else []
    seen.add(start)
    while waiting:
        name, rest = waiting[-1]
        following = next((one for one in rest if one not in seen), None)
        if following is None:
            found[name] = known[name]
            waiting.pop()
        else:
            seen.add(following)
            waiting.append((following, iter(graph[following])))


def _last(names: Sequence[str], graph: Graph) -> dict[str, str]:
    """For each name the last one that it reaches, itself among them. Looked for from the far end, so that each name is
    visited once, by the one that it asks for."""
    users: dict[str, list[str]] = {name: [] for name in names}
    for name, reached in graph.items():
        for one in reached:
            users[one].append(name)
    found: dict[str, str] = {}
    for start in reversed(names):
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = start
                waiting += users[name]
    return found
