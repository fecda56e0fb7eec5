"""Circles in what refers to what."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

MOST = 100
"""Nobody reads more circles than that; in a dense graph there is one for every edge."""


def circles(graph: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """A circle for every edge that closes one, in the order in which a walk in depth meets them."""
    return list(islice(_closed(graph), MOST))


def _closed(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    done: set[str] = set()
    for start in graph:
        path: list[str] = []
        edges: list[Iterator[str]] = []
        _enter(start, graph, path, edges, done)
        while edges:
            step = next(edges[-1], None)
            if step is None:
                edges.pop()
                done.add(path.pop())
            elif step in path:
                yield tuple(path[path.index(step) :])
            else:
                _enter(step, graph, path, edges, done)


def _enter(
    node: str, graph: Mapping[str, Sequence[str]], path: list[str], edges: list[Iterator[str]], done: set[str]
) -> None:
    if node in graph and node not in done:
        path.append(node)
        edges.append(iter(graph[node]))
