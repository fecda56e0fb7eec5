"""From what Pydantic refuses to what the author reads. A fault is reported once and its value taken out; the rest of
the file is still checked, and a declaration that lost a part still counts as declared."""

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

from framework.diagnostics import Code, Report, nearest, replace
from framework.source import At
from framework.spec.shape import Shape, inner

UNKNOWN_KEY = Code(
    "SPC001",
    "unknown-key",
    "{where} has no key '{name}'",
    "A key that nobody reads is a rule that its author believes in and nobody keeps.",
    "correct the key or remove it",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, min_lenght: 1}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, min_length: 1}}}}",
)
MISSING_KEY = Code(
    "SPC002",
    "missing-key",
    "{where} lacks the key '{name}'",
    "The declaration has no meaning without it.",
    "add `{name}: …`: {doc}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {max_length: 80}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, max_length: 80}}}}",
)
WRONG_TYPE = Code(
    "SPC003",
    "wrong-type",
    "{name} must be {expected}, not {found}",
    "Values are taken as they are written and never converted, so that what is read is what was meant.",
    "write {expected}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, min_length: '1'}}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: {type: string, min_length: 1}}}}",
)
UNKNOWN_WORD = Code(
    "SPC004",
    "unknown-word",
    "'{found}' is none of the words that {name} takes",
    "Only these words have a meaning here.",
    "write one of: {known}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: FETCH, path: /ping}}}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)
NOT_YET = Code(
    "SPC005",
    "not-yet",
    "`{name}` is not supported yet",
    "The key belongs to the language, but this version of the compiler does not build it. Accepting it in silence "
    "would promise what nothing keeps.",
    "remove the key until a version of autogen supports it",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {rest: {method: GET, path: /ping}, rate_limit: 10/s}}",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}",
)
VERSION = Code(
    "SPC006",
    "language-version",
    "`spec` is {found}, and this autogen knows version 1 alone",
    "A newer version may give the same words another meaning.",
    "write `spec: 1`, or install an autogen that knows this version",
    "# shared/spec/models.yaml\nspec: 2\nmodels: {Book: {fields: {title: string}}}",
    "# shared/spec/models.yaml\nspec: 1\nmodels: {Book: {fields: {title: string}}}",
)

BOOLEANS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
HIDDEN = ("message_model", "version")
EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "list_type": "a list",
    "tuple_type": "a list",
    "number_type": "a number",
    "wire_type": "text or a whole number",
}
ROUNDS = 8

Path = tuple[str | int, ...]
T = TypeVar("T", bound=Shape)


def fitted(shape: type[T], value: Any, at: At, report: Report, faulty: set[tuple[str, Path]]) -> T | None:
    """The value as its shape, without what was wrong with it; None where nothing of it can be used.

    What is wrong is told in the first round. The others only take out what the holes of the first have left.
    """
    current = {} if value is None else value
    for turn in range(ROUNDS):
        try:
            return shape.model_validate(current)
        except ValidationError as refused:
            faults = refused.errors(include_url=False)
        if turn == 0:
            current = deepcopy(current)
            _tell_all(shape, faults, at, report)
        for fault in faults:
            path = tuple(fault["loc"])
            if not path:
                return None
            lost = _take_out(shape, current, path, fault["type"])
            faulty.update(((at.file, path), (at.file, lost)))
    return None


def _take_out(shape: type[Shape], value: Any, path: Path, kind: str) -> Path:
    """Remove what stands at the path; a required key gets its stand-in, a declaration becomes an empty one. Gives the
    path of the mapping that is not whole any more."""
    whole = inner(shape, path) is not None and kind not in ("extra_forbidden", "missing")
    while not whole and isinstance(path[-1], int) and len(path) > 1:
        path = path[:-1]
    home = inner(shape, path[:-1])
    for step in path[:-1]:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return path
    last = path[-1]
    if home is not None and last in home.HOLES:
        value[last] = deepcopy(home.HOLES[str(last)])
    elif whole and (isinstance(last, int) or home is None):
        value[last] = {}
        return path
    elif isinstance(value, dict):
        value.pop(last, None)
    return path[:-1]


def _tell_all(shape: type[Shape], faults: Sequence[Any], at: At, report: Report) -> None:
    later = {fault["loc"][:-1] for fault in faults if _is_later(shape, fault)}
    meant = Counter((*fault["loc"][:-1], guess) for fault in faults if (guess := _meant(shape, fault)))
    for fault in faults:
        if fault["type"] != "missing" or (fault["loc"][:-1] not in later and tuple(fault["loc"]) not in meant):
            _tell(shape, fault, at, report, meant)


def _meant(shape: type[Shape], fault: Any) -> str | None:
    """The key that an unknown one was probably meant to be: it is misspelt, and not missing as well."""
    home = inner(shape, fault["loc"][:-1]) if fault["type"] == "extra_forbidden" else None
    return nearest(str(fault["loc"][-1]), home.model_fields) if home is not None else None


def _is_later(shape: type[Shape], fault: Any) -> bool:
    home = inner(shape, fault["loc"][:-1]) if fault["type"] == "extra_forbidden" else None
    return home is not None and fault["loc"][-1] in home.LATER


def _tell(shape: type[Shape], fault: Any, at: At, report: Report, meant: Counter[Path]) -> None:
    path, kind = tuple(fault["loc"]), fault["type"]
    above = at
    for step in path[:-1]:
        above = above[step]
    here = above[path[-1]] if path else at
    if kind == "extra_forbidden":
        _unknown(shape, path, above, report, meant)
    elif kind == "missing":
        home = inner(shape, path[:-1])
        doc = home.model_fields[str(path[-1])].description if home else ""
        report.add(MISSING_KEY, above.key, where=_name(path[:-1]), name=path[-1], doc=doc)
    elif kind == "version_type":
        report.add(VERSION, here.span, found=_kind(fault["input"]))
    elif kind == "literal_error" and isinstance(fault["input"], str):
        _word(fault, path, here, report)
    else:
        expected = EXPECTED.get(kind) or fault.get("ctx", {}).get("expected") or fault["msg"]
        found, hint, fix = fault["input"], "", None
        if kind == "bool_type" and isinstance(found, str):
            hint = "write true or false; in YAML 1.2 no other word is one of the two"
            fix = replace(here.value, BOOLEANS[found.lower()]) if found.lower() in BOOLEANS else None
        elif expected == "text" and isinstance(found, bool | int | float):
            hint = "put it in quotes if it is meant as text"
        elif expected == "text" and isinstance(found, dict | list):
            hint = "put it in quotes: what begins with a brace or a bracket is a mapping or a list"
        report.add(WRONG_TYPE, here.span, name=_name(path), expected=expected, found=_kind(found), hint=hint, fix=fix)


def _unknown(shape: type[Shape], path: Path, above: At, report: Report, meant: Counter[Path]) -> None:
    """Two keys that seem to mean one are repaired by their author: a program would write it twice."""
    home, name = inner(shape, path[:-1]), str(path[-1])
    here = above[name]
    if home is None:
        return
    if name in home.LATER:
        report.add(NOT_YET, here.key, name=name)
        return
    known = [key for key in home.model_fields if key not in HIDDEN]
    guess = nearest(name, known)
    hint = f"did you mean '{guess}'?" if guess else f"known are {', '.join(known)}"
    fix = None
    if guess and not above.has(guess) and meant[*path[:-1], guess] == 1:
        fix = replace(here.key, guess)
    report.add(UNKNOWN_KEY, here.key, where=_name(path[:-1]), name=name, hint=hint, fix=fix)


def _word(fault: Any, path: Path, here: At, report: Report) -> None:
    known = re.findall(r"'([^']*)'", str(fault["ctx"]["expected"]))
    found = str(fault["input"])
    guess = next((word for word in known if word.lower() == found.lower()), None) or nearest(found, known)
    hint = f"did you mean '{guess}'?" if guess else ""
    fix = replace(here.value, guess) if guess else None
    report.add(UNKNOWN_WORD, here.span, name=_name(path), found=found, known=", ".join(known), hint=hint, fix=fix)


def _name(path: Path) -> str:
    """`models.Book.fields.title`, as one would say where it stands."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"'{text.lstrip('.')}'" if text else "the file"


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"the text {value!r}"
    if isinstance(value, int | float):
        return f"the number {value}"
    return "a mapping" if isinstance(value, dict) else "a list"
