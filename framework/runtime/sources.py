"""Names the lines of the specs that generated code is made from, in the tracebacks that pass through it.

The map lies beside the manifest, where `autogen generate` has put it. It is looked for only once something has failed,
and where there is none, or none that can be read, the traceback stays as it is. What is told goes into the log; no
client sees it.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from inspect import CO_OPTIMIZED
from sys import modules
from types import FrameType, TracebackType

from framework.symbols import FILE, Symbol, enclosing, nearest, section

GENERATED = f"{os.sep}generated{os.sep}"
LARGEST = 2**26
MOST = 20
"""Notes of one exception: who recurses through a hundred handlers learns no more from the rest of them."""


@contextmanager
def noted() -> Iterator[None]:
    """What fails inside tells where the generated code on its way comes from."""
    try:
        yield
    except Exception as fault:
        note(fault)
        raise


def note(fault: BaseException) -> None:
    """Add a line for each frame of generated code in all that the traceback will show; once, however often called."""
    try:
        told = set(getattr(fault, "__notes__", ()))
        for line in _lines(fault):
            if line not in told and len(told) < MOST:
                told.add(line)
                fault.add_note(line)
    except Exception:  # noqa: BLE001  # what explains a fault must never stand in its place
        return


def place(made: object) -> str:
    """`file:line` of the spec that a generated class or function is made from; empty where that is not known."""
    try:
        path = str(modules[made.__module__].__file__)
        known = _symbols(path)[1]
        name = nearest(known, str(getattr(made, "__qualname__", "")))
        return f"{known[name].file}:{known[name].line}" if name else ""
    except Exception:  # noqa: BLE001  # a place is a help, never a reason to fail
        return ""


def _lines(fault: BaseException) -> Iterator[str]:
    for found in _shown(fault):
        for frame, line in _frames(found.__traceback__):
            path, known = _symbols(frame.f_code.co_filename)
            name = nearest(known, _name(frame, line)) if known else ""
            if name:
                one = known[name]
                yield f"{path}:{line} is made from {one.file}:{one.line} ({one.what})"


def _shown(fault: BaseException) -> Iterator[BaseException]:
    """The exceptions that Python prints with one: its causes, and the members of a group."""
    waiting: list[BaseException | None] = [fault]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += getattr(one, "exceptions", ())
        waiting.append(one.__cause__ or (None if one.__suppress_context__ else one.__context__))


def _frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    """Those of files that the compiler owns: all of them lie in a folder `generated`."""
    while trace is not None:
        if GENERATED in trace.tb_frame.f_code.co_filename:
            yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _name(frame: FrameType, line: int) -> str:
    """The qualified name of the function that runs; the body of a module or a class is told by its line."""
    code = frame.f_code
    if code.co_flags & CO_OPTIMIZED:
        return code.co_qualname.replace("<locals>.", "")
    with open(code.co_filename, encoding="utf-8") as text:
        return enclosing(text.read(), line)


def _symbols(path: str) -> tuple[str, dict[str, Symbol]]:
    """A generated file as its workspace calls it, and what the map says of it."""
    path = os.path.abspath(path)
    folder = os.path.dirname(path)
    while not os.path.lexists(os.path.join(folder, FILE)):
        if folder == os.path.dirname(folder):
            return path, {}
        folder = os.path.dirname(folder)
    own = os.path.relpath(path, folder).replace(os.sep, "/")
    info = os.stat(os.path.join(folder, FILE))
    if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST:
        return own, {}
    return own, _read(os.path.join(folder, FILE), (info.st_mtime_ns, info.st_size, info.st_ino), own)


@lru_cache(maxsize=64)
def _read(file: str, version: tuple[int, ...], path: str) -> dict[str, Symbol]:
    """`version` is that of the file: another one is read again."""
    with open(file, "rb") as text:
        return section(text.read(), path)
