"""Older and shorter spellings, rewritten into the one that later stages know. Every place is kept.

The predecessor's grammar: `config.rest`, nested type mappings, a default inside the enum mapping, `rest.handlers`.
The shorthands of today: a field, a setting or a parameter that is its type or name alone, a variant without a body.
"""

from collections.abc import Callable
from typing import Any

from framework.diagnostics import Code, Related, Report, nearest, replace
from framework.source import At, Place, SourceFile, SourceTree
from framework.spec.faults import UNKNOWN_KEY
from framework.spec.spellings import Spelling, spelled

TWO_FORMS = Code(
    "SPC007",
    "two-forms",
    "'{name}' is written in two places that do not agree",
    "An older form and today's form of one thing stand side by side; only one of them can hold.",
    "keep {keep} and remove the other",
    "# services/backend/spec/routers/books.yaml\n"
    "rest: {prefix: /books}\nconfig: {rest: {prefix: /titles}}\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    "# services/backend/spec/routers/books.yaml\n"
    "rest: {prefix: /books}\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)
OLD_HANDLERS = Code(
    "SPC008",
    "old-handlers",
    "`{name}` is a form of the predecessor that is read no more",
    "Operations are declared by name, with input and output beside the route.",
    "write `rest: {{prefix: …}}` and, for each handler, an entry under `operations:` with input, output and "
    "`rest: {{method: …, path: …}}`",
    "# services/backend/spec/routers/books.yaml\nrest: {handlers: {ping: {method: GET, path: /ping}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)

Pair = tuple[Any, Place]


def rewrite(tree: SourceTree, report: Report) -> SourceTree:
    """The tree as if all of it had been written in today's spelling."""
    files = tuple(_rewrite(file, report) for file in tree.files)
    return SourceTree(files, tree.folders, tree.watched)


def _rewrite(file: SourceFile, report: Report) -> SourceFile:
    step = STEPS.get(file.entry.kind)
    if step is None or file.place is None or not isinstance(file.value, dict):
        return file
    value, place = step((file.value, file.place), At(file.path, file.place), report)
    return file.holding(value, place)


def _models(pair: Pair, at: At, report: Report) -> Pair:
    pair = _each(pair, "models", at, lambda inner, here: _model(inner, here, report))
    return _each(pair, "types", at, lambda inner, here: _field(inner, here, report))


def _model(pair: Pair, at: At, report: Report) -> Pair:
    if isinstance(pair[0], dict) and isinstance(pair[0].get("extends"), str):
        pair = _put(pair, "extends", _listed((pair[0]["extends"], at["extends"].place)))
    pair = _each(pair, "fields", at, lambda inner, here: _field(inner, here, report))
    return _each(pair, "variants", at, lambda inner, _: ({}, inner[1]) if inner[0] is None else inner)


def _errors(pair: Pair, at: At, report: Report) -> Pair:
    def details(inner: Pair, here: At) -> Pair:
        return _each(inner, "detail", here, lambda field, there: _field(field, there, report))

    return _each(pair, "errors", at, details)


def _service(pair: Pair, at: At, report: Report) -> Pair:
    def alone(inner: Pair, here: At) -> Pair:
        return _alone("type", *inner) if isinstance(inner[0], str) else inner

    return _each(pair, "settings", at, alone)


def _field(pair: Pair, at: At, report: Report) -> Pair:
    value, place = pair
    if isinstance(value, str):
        return _alone("type", value, place)
    if not isinstance(value, dict) or not isinstance(value.get("type"), dict):
        return pair
    spelling, type_ = Spelling(at.file, report), (value["type"], at["type"].place)
    if value["type"].get("type") == "optional" and isinstance(value["type"].get("of"), str | dict):
        # What is optional as a whole says so beside the type: a union has no place for the `?`.
        spelling.moved["nullable"] = (True, at["type"]["type"].place)
        type_ = (value["type"]["of"], at["type"]["of"].place)
    text, parts = spelled(*type_, spelling)
    pair = _put(pair, "type", (text, (place_area(at["type"].place), at["type"].place[1], None, parts)))
    for name, moved in spelling.moved.items():
        if name in value and value[name] != moved[0]:
            there = At(at.file, moved[1])
            keep = f"`{name}` beside `type`"
            report.add(TWO_FORMS, there.key, name=name, keep=keep, related=[Related(at[name].key, "the other")])
        elif name not in value:
            pair = _put(pair, name, moved)
    return pair


def _domain(pair: Pair, at: At, report: Report) -> Pair:
    value = pair[0]
    config = value.get("config")
    if isinstance(config, dict):
        pair = _drop(pair, "config")
        key = _config(config, at["config"], report)
        if "rest" in value and key and value["rest"] != config[key]:
            related = [Related(at["rest"].key, "today's form")]
            report.add(TWO_FORMS, at["config"].key, name="rest", keep="`rest:`", related=related)
        elif key and "rest" not in value:
            pair = _put(pair, "rest", (config[key], at["config"][key].place))
    rest = pair[0].get("rest")
    if isinstance(rest, dict) and ("handlers" in rest or "router" in rest):
        name = "handlers" if "handlers" in rest else "router"
        report.add(OLD_HANDLERS, At(at.file, pair[1])["rest"][name].key, name=f"rest.{name}")
        pair = _drop(pair, "rest")
    return _each(pair, "operations", at, _operation)


def _config(config: dict[str, Any], at: At, report: Report) -> str | None:
    """The key of the older `config:` that counts. It knows `rest` alone; a misspelt one is told, and read."""
    found = "rest" if "rest" in config else None
    for name in config:
        if name != "rest":
            guess = nearest(name, ["rest"]) if found is None else None
            found = name if guess else found
            fix = replace(at[name].key, "rest") if guess else None
            hint = "did you mean 'rest'?" if guess else "known is rest"
            report.add(UNKNOWN_KEY, at[name].key, where="'config'", name=name, hint=hint, fix=fix)
    return found


def _operation(pair: Pair, at: At) -> Pair:
    params = pair[0].get("params") if isinstance(pair[0], dict) else None
    if not isinstance(params, list) or not any(isinstance(param, str) for param in params):
        return pair
    items = [(param, at["params"][index].place) for index, param in enumerate(params)]
    items = [_alone("name", *item) if isinstance(item[0], str) else item for item in items]
    above = at["params"].place
    place = (above[0], above[1], [place for _, place in items])
    return _put(pair, "params", ([value for value, _ in items], place))


STEPS: dict[str, Callable[[Pair, At, Report], Pair]] = {
    "models": _models,
    "errors": _errors,
    "service": _service,
    "domain": _domain,
}


def _each(pair: Pair, key: str, at: At, step: Callable[[Pair, At], Pair]) -> Pair:
    """Rewrite every entry of the mapping under a key; nothing is copied where nothing changes."""
    entries = pair[0].get(key) if isinstance(pair[0], dict) else None
    if not isinstance(entries, dict):
        return pair
    above: Any = at[key].place
    changed = {}
    for name, value in entries.items():
        here = at[key][name]
        made = step((value, here.place), here)
        if made[0] is not value:
            changed[name] = made
    if not changed:
        return pair
    values = {**entries, **{name: made[0] for name, made in changed.items()}}
    places = {**above[2], **{name: made[1] for name, made in changed.items()}}
    return _put(pair, key, (values, (above[0], above[1], places)))


def _put(pair: Pair, key: str, made: Pair) -> Pair:
    value, place = pair
    inside: Any = place[2]
    return {**value, key: made[0]}, (place[0], place[1], {**inside, key: made[1]})


def _drop(pair: Pair, key: str) -> Pair:
    value, place = pair
    inside: Any = place[2]
    kept = {name: inner for name, inner in inside.items() if name != key}
    return {name: inner for name, inner in value.items() if name != key}, (place[0], place[1], kept)


def _alone(key: str, value: str, place: Place) -> Pair:
    """A shorthand `name: value` as the mapping that it stands for."""
    return {key: value}, (place[0], place[1], {key: (place[0], None, None)})


def _listed(pair: Pair) -> Pair:
    value, place = pair
    return [value], (place[0], place[1], [(place[0], None, None)])


def place_area(place: Place) -> Any:
    return place[0]
