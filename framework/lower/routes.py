"""Paths: their spelling, their parameters, and that no request could be meant for two routes."""

import re
from functools import lru_cache
from typing import Any

from framework.diagnostics import Code, Related
from framework.ir import Operation, Service
from framework.lower.draft import Draft, OperationDraft
from framework.lower.paths import Path, Shelf, overlap, segments
from framework.source import At

BAD_PATH = Code(
    "LOW130",
    "bad-path",
    "'{path}' is no path: {reason}",
    "A path is what a request names and a router matches, letter by letter.",
    "write it like `/books/{{book_id}}`: slashes, letters, digits, `-._~`, and parameters in braces",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: ping}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)
EMPTY_PATH = Code(
    "LOW131",
    "empty-path",
    "the path is empty, and so is the prefix of the domain",
    "A router cannot serve a route without any path.",
    "give the operation a path, or the domain a prefix: `rest: {{prefix: /books}}`",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /}}}",
)
MISSING_PARAM = Code(
    "LOW132",
    "missing-path-parameter",
    "no path parameter '{name}' is declared for the placeholder in '{path}'",
    "What the request brings there would be dropped.",
    "add '{name}' to `params`, or correct the placeholder",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: '/books/{book_id}'}}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {params: [book_id], rest: {method: GET, path: '/books/{book_id}'}}}",
)
UNUSED_PARAM = Code(
    "LOW133",
    "unused-path-parameter",
    "the path '{path}' has no placeholder for the parameter '{name}'",
    "No request could ever bring it.",
    "write {{{name}}} into the path, or say where the value stands: `source: query`",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {params: [book_id], rest: {method: GET, path: /books}}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {params: [{name: book_id, source: query}], rest: {method: GET, path: /books}}}",
)
DUPLICATE_ROUTE = Code(
    "LOW134",
    "duplicate-route",
    "{method} {path} is the route of '{other}' already",
    "A router serves the first of two equal routes; the second is never reached.",
    "change the method or the path of one of the two",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {rest: {method: GET, path: /ping}}, pong: {rest: {method: GET, path: /ping}}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {rest: {method: GET, path: /ping}}, pong: {rest: {method: GET, path: /pong}}}",
)
SHADOWED_ROUTE = Code(
    "LOW135",
    "shadowed-route",
    "{method} {path} is never reached: '{other}' ({shadow}) takes its requests",
    "Routes are tried in the order of the files and of the operations in them, and a parameter takes any text.",
    "declare '{name}' before '{other}', or change one of the paths",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  one: {params: [book_id], rest: {method: GET, path: '/books/{book_id}'}}\n"
    "  best: {rest: {method: GET, path: /books/best}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n  best: {rest: {method: GET, path: /books/best}}\n"
    "  one: {params: [book_id], rest: {method: GET, path: '/books/{book_id}'}}",
)
OVERLAPPING_ROUTES = Code(
    "LOW136",
    "overlapping-routes",
    "{method} {path} and {shadow} of '{other}' both match '{sample}'",
    "Both have parameters, so no order makes it plain which of them a request is meant for.",
    "change one of the paths so that a fixed part tells them apart",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  one: {params: [a], rest: {method: GET, path: '/books/{a}/x'}}\n"
    "  two: {params: [b], rest: {method: GET, path: '/books/y/{b}'}}",
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  one: {params: [a], rest: {method: GET, path: '/books/{a}/x'}}\n"
    "  two: {params: [b], rest: {method: GET, path: '/shelf/y/{b}'}}",
)
RESERVED_PATH = Code(
    "LOW137",
    "reserved-path",
    "the service keeps the path '{path}' for itself",
    "Every service answers probes, metrics and its documentation there.",
    "choose another path, or a prefix",
    "# services/backend/spec/routers/books.yaml\noperations: {health: {rest: {method: GET, path: /health}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {health: {rest: {method: GET, path: /books/health}}}",
)

LONGEST = 1_000
RESERVED = frozenset({"/livez", "/readyz", "/startupz", "/health", "/metrics", "/docs", "/openapi.json"})
_BROKEN_BRACE = re.compile(r"[{}]")
_LITERAL = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@-]*\Z")
_PLACEHOLDER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def routes(draft: Draft) -> None:
    by_operation = {id(made.operation): made for made in draft.operations}
    for service in draft.services.values():
        _service(draft, service, by_operation)


def _service(draft: Draft, service: Service, drafts: dict[int, OperationDraft]) -> None:
    """The routes of one service, in the order in which its router tries them."""
    shelves: dict[str, Shelf[Operation]] = {}
    for domain in service.domains:
        for operation in domain.operations if id(domain) not in draft.unplaced else ():
            made = drafts[id(operation)]
            path = _path(draft, made) if operation.rest is not None else None
            if path is None or operation.rest is None or not draft.sound(made.at["rest"]):
                continue
            shelf = shelves.setdefault(f"{operation.rest.method} {len(path)}", Shelf())
            # One route that is in the way is enough to say so.
            any(_meet(draft, made, path, other_path, other) for other_path, other in shelf.near(path))
            shelf.put(path, operation)


def _path(draft: Draft, made: OperationDraft) -> Path | None:
    """The segments of a whole URL, or None where it was reported."""
    rest, at = made.operation.rest, made.at["rest"]["path"]
    if rest is None or (made.at["rest"].has("path") and not draft.sound(at)):
        return None
    if not rest.route:
        draft.report.add(EMPTY_PATH, at.key)
        return None
    reason = _fault(rest.path)
    if reason:
        draft.report.add(BAD_PATH, at.span, path=rest.path, reason=reason)
        return None
    if rest.url in RESERVED:
        draft.report.add(RESERVED_PATH, at.span, path=rest.url)
        return None
    found = segments(rest.url)
    _placeholders(draft, made, at, [name for segment in segments(rest.route) for name in segment.names])
    return found


@lru_cache(4096)
def _fault(path: str) -> str:
    if path and not path.startswith("/"):
        return "it does not begin with a slash"
    if len(path) > LONGEST:
        return f"it has more than {LONGEST} characters"
    if "//" in path:
        return "it holds an empty segment"
    if any(part in (".", "..") for part in path.split("/")):
        return "clients resolve the segments . and .. before they send a request"
    for segment in segments(path):
        for literal in segment.literals:
            if _BROKEN_BRACE.search(literal):
                return "a brace is not closed or not opened"
            if not _LITERAL.match(literal):
                return f"'{literal}' holds a character that a path cannot hold"
        for name in segment.names:
            if ":" in name:
                return "the type of a parameter stands in `params`, not in the path"
            if not _PLACEHOLDER.match(name):
                return f"'{name}' is no name of a parameter"
        if "" in segment.literals[1:-1]:
            return "two parameters touch each other"
    return ""


def _placeholders(draft: Draft, made: OperationDraft, at: At, names: list[str]) -> None:
    rest = made.operation.rest
    path = rest.route if rest else ""
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        draft.report.add(BAD_PATH, at.span, path=path, reason=f"the parameter '{name}' stands in it twice")
    declared = {param.wire: param for param in made.operation.params if param.source == "path"}
    if declared.keys() == set(names):
        return
    places = [made.at["params"][index] for index in range(len(made.body.params))]
    whole = all(draft.sound(place) for place in (made.at, made.at["params"], *places))
    missing = [name for name in dict.fromkeys(names) if name not in declared] if whole else []
    unused = [param for wire, param in declared.items() if wire not in names] if whole else []
    if len(missing) == len(unused) == 1:
        related = [Related(unused[0].span, "the parameter that the path lacks")]
        hint = f"the path says '{missing[0]}' and `params` says '{unused[0].wire}': use one name for both"
        draft.report.add(MISSING_PARAM, at.span, name=missing[0], path=path, hint=hint, related=related)
        return
    for name in missing:
        draft.report.add(MISSING_PARAM, at.span, name=name, path=path)
    for param in unused:
        draft.report.add(UNUSED_PARAM, param.span, name=param.wire, path=path)


def _meet(draft: Draft, made: OperationDraft, path: Path, other_path: Path, other: Operation) -> bool:
    """Tell what is wrong with two routes; False where both can stand."""
    sample = overlap(path, other_path)
    rest = made.operation.rest
    if sample is None or rest is None or other.rest is None:
        return False
    values: dict[str, Any] = {
        "method": rest.method,
        "path": rest.url,
        "other": other.name.text,
        "shadow": other.rest.url,
    }
    related = [Related(other.span, "declared here")]
    span = made.at["rest"]["path"].span
    apart = [(one, two) for one, two in zip(path, other_path, strict=True) if one.literals != two.literals]
    ours, theirs = any(one.names for one, _ in apart), any(two.names for _, two in apart)
    if [part.literals for part in path] == [part.literals for part in other_path]:
        draft.report.add(DUPLICATE_ROUTE, span, related=related, **values)
    elif ours and theirs:
        draft.report.add(OVERLAPPING_ROUTES, span, related=related, sample=sample, **values)
    elif theirs:
        draft.report.add(SHADOWED_ROUTE, span, related=related, name=made.operation.name.text, **values)
    else:
        return False
    return True
