"""Which path of an API a request means, whatever its method is.

FastAPI asks its routes one after the other and looks at path and method together, so a `PATCH` of `/books/bestsellers`
ends at `/books/{book_id}`, with a book of that id. OpenAPI says that the fixed path comes before the pattern; so does
this tree of segments, and in as many steps as a path has segments.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_PLACEHOLDER = re.compile(r"\{[^}]*\}")


@dataclass(slots=True)
class _Node:
    fixed: dict[str, "_Node"] = field(default_factory=dict)
    patterns: dict[str, tuple[re.Pattern[str], "_Node"]] = field(default_factory=dict)
    methods: frozenset[str] | None = None


class Paths:
    """The templates of an API, each with its methods."""

    def __init__(self, known: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._root = _Node()
        for template, methods in known:
            node = self._root
            for segment in template.split("/"):
                node = _under(node, segment)
            node.methods = (node.methods or frozenset()) | frozenset(methods)

    def methods(self, path: str) -> frozenset[str] | None:
        """Those of the template that a path means; None where there is no such template."""
        return _found(self._root, path.split("/"), 0)


def _under(node: _Node, segment: str) -> _Node:
    if "{" not in segment:
        return node.fixed.setdefault(segment, _Node())
    texts = _PLACEHOLDER.split(segment)
    if segment not in node.patterns:
        node.patterns[segment] = (re.compile("[^/]+".join(map(re.escape, texts))), _Node())
        # The more of a pattern is fixed, the earlier it is asked.
        node.patterns = dict(sorted(node.patterns.items(), key=lambda one: -len(_PLACEHOLDER.sub("", one[0]))))
    return node.patterns[segment][1]


def _found(node: _Node, segments: Sequence[str], index: int) -> frozenset[str] | None:
    if index == len(segments):
        return node.methods
    fixed = node.fixed.get(segments[index])
    found = _found(fixed, segments, index + 1) if fixed else None
    for pattern, below in node.patterns.values() if found is None else ():
        if pattern.fullmatch(segments[index]):
            found = _found(below, segments, index + 1)
        if found is not None:
            break
    return found
