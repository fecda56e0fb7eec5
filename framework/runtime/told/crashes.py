"""An exception as data: what, where and why, without the values that its frames held.

Locals are never told; the lines of a traceback hold code and no values. Messages are texts, so they are redacted.
"""

import os
import traceback
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

from pydantic import ValidationError

_FRAMES, _CAUSES, _MEMBERS = 30, 5, 10
"""The innermost frames, the causes of causes, the members of a group: more of them make no place clearer."""

_LONGEST = 4096


def told(fault: BaseException, hidden: Callable[[str], str], causes: int = _CAUSES) -> dict[str, Any]:
    """`hidden` redacts a text."""
    found: dict[str, Any] = {
        "type": name(fault),
        "message": hidden(_message(fault))[:_LONGEST],
        "frames": list(_frames(fault)),
    }
    if notes := getattr(fault, "__notes__", ()):
        found["notes"] = [hidden(str(note)) for note in notes]
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if cause is not None and causes:
        found["cause"] = told(cause, hidden, causes - 1)
    if isinstance(fault, BaseExceptionGroup) and causes:
        found["exceptions"] = [told(one, hidden, causes - 1) for one in fault.exceptions[:_MEMBERS]]
    return found


def lines(crash: dict[str, Any], word: str = "") -> Iterator[str]:
    """For a person: the fault, its notes and frames, then what it came from."""
    yield f"{word}{crash['type']}: {crash['message']}"
    yield from (f"  {note}" for note in crash.get("notes", ()))
    yield from (f"    {frame}" for frame in crash["frames"])
    for inner in crash.get("exceptions", ()):
        yield from (f"  {line}" for line in lines(inner))
    if "cause" in crash:
        yield from lines(crash["cause"], "from ")


def name(fault: BaseException) -> str:
    kind = type(fault)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _message(fault: BaseException) -> str:
    """Pydantic quotes the input, whatever it is called; the place and the rule are enough."""
    if isinstance(fault, ValidationError):
        wrong = fault.errors(include_input=False, include_context=False, include_url=False)[:_MEMBERS]
        places = ", ".join(f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in wrong)
        return f"{fault.error_count()} errors in {fault.title}: {places}"
    try:
        return str(fault)
    except Exception:  # noqa: BLE001  # a `__str__` of any kind
        return "<no text>"


def _frames(fault: BaseException) -> Iterator[str]:
    """Without their lines of code, for which files would be read."""
    found = list(traceback.walk_tb(fault.__traceback__))[-_FRAMES:]
    for frame, line in found:
        yield f"{_file(frame.f_code.co_filename)}:{line}:{frame.f_code.co_qualname}"


def _file(path: str) -> str:
    """As seen from where the process was started, or from where packages are."""
    parts = PurePath(path).parts
    if "site-packages" in parts:
        return PurePath(*parts[parts.index("site-packages") + 1 :]).as_posix()
    beside = os.path.relpath(path) if os.path.isabs(path) else path
    return PurePath(path if beside.startswith("..") else beside).as_posix()
