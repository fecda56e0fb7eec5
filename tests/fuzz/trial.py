"""One input: compile it, and see whether what comes out is what a user may be shown."""

import re
import signal
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from types import FrameType
from unicodedata import bidirectional, category

from framework.diagnostics import Diagnostic, Edit, Report, Span, github, json, sarif, text
from framework.pipeline import compile_files, compile_project
from framework.source import SourceTree
from tests.fuzz.corpus import Tree

SLOWEST = 5.0
TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_BREAK = re.compile(r"\r\n|\n|\r")
_RAW = re.compile(r"Input should|pydantic|Traceback|<class|object at 0x")


@dataclass
class Outcome:
    """`why` is empty where all is well; `kind` tells failures of one cause from those of another."""

    why: str = ""
    kind: str = ""
    seconds: float = 0.0
    found: list[Diagnostic] = field(default_factory=list)

    @property
    def errors(self) -> list[Diagnostic]:
        return [found for found in self.found if found.code.severity == "error"]


class Hangs(BaseException):
    """The compiler does not end. No `except Exception` of its own may swallow that."""


def attempt(tree: Tree, folder: Path, *, shown: bool = True) -> Outcome:
    """Compile a workspace in a folder of its own, which is gone afterwards. `shown` tries what a user sees, too."""
    lay(tree, folder)
    report = Report()
    started = time.perf_counter()
    try:
        with patience(SLOWEST * 4):
            compiled = compile_project(folder, report)
            if compiled.project is not None:
                compile_files(compiled.project, report)
            told = renderings(report.diagnostics, compiled.tree) if shown else []
    except BaseException as fault:  # a panic of Rust is no `Exception`
        if isinstance(fault, KeyboardInterrupt):
            raise
        last = traceback.extract_tb(fault.__traceback__)[-1]
        kind = f"{type(fault).__name__} in {Path(last.filename).name}:{last.name}"
        return Outcome("".join(traceback.format_exception(fault)[-6:]), kind)
    finally:
        rmtree(folder)
    outcome = Outcome(seconds=time.perf_counter() - started, found=report.diagnostics)
    outcome.why = complaint(outcome, tree) or unreadable(told)
    outcome.kind = outcome.why.split(":")[0]
    return outcome


def lay(tree: Tree, folder: Path) -> None:
    folder.mkdir(parents=True)
    for path, raw in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise Hangs(f"still at work after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def complaint(outcome: Outcome, tree: Tree) -> str:
    """What is wrong with a run that came to its end."""
    if outcome.seconds > SLOWEST:
        return f"slow: {outcome.seconds:.1f} seconds"
    lines = {path: _BREAK.split(raw.decode("utf-8", "replace").removeprefix("\ufeff")) for path, raw in tree.items()}
    for found in outcome.found:
        fault = words(found) or next((place for span in spans(found) if (place := outside(span, lines))), "")
        if fault:
            return f"{fault}: {found.code.id} {found}"
    return ""


def words(found: Diagnostic) -> str:
    if not found.message.strip() or not found.hint.strip():
        return "nothing is said"
    return "words of a library" if _RAW.search(found.message) or _RAW.search(found.hint) else ""


def renderings(found: list[Diagnostic], tree: SourceTree) -> list[str]:
    """All that a user can be shown of a run."""
    files = len(tree.files)
    return [text.render(found, tree.lines), json.render(found, files), github.render(found), sarif.render(found)]


def unreadable(told: list[str]) -> str:
    """Why what is shown would not come over a pipe, or would drive a terminal."""
    for rendering in told:
        odd = next((char for char in rendering if char != "\n" and drives(char)), "")
        if odd:
            return f"what is shown holds a character that acts: {odd!r} in {rendering!r}"
    return ""


def drives(char: str) -> bool:
    return not char.isprintable() and (category(char) in ("Cc", "Cs", "Zl", "Zp") or bidirectional(char) in TURNS)


def spans(found: Diagnostic) -> Iterable[Span]:
    yield found.span
    yield from (related.span for related in found.related)
    for edit in found.fix.edits if found.fix else ():
        yield Span(edit.file, *edit.start, *edit.end)


def outside(span: Span, lines: dict[str, list[str]]) -> str:
    """Why a place is none in its file. What is wrong with a file as a whole stands at its beginning."""
    if span[1:] == (1, 1, 1, 1):
        return ""
    found = lines.get(span.file)
    if found is None:
        return "a place in no file"
    ordered = (span.line, span.column) <= (span.end_line, span.end_column)
    inside = 1 <= span.line <= span.end_line <= len(found)
    if not ordered or not inside:
        return "a place outside of the lines"
    if not (1 <= span.column <= len(found[span.line - 1]) + 1 and span.end_column <= len(found[span.end_line - 1]) + 1):
        return "a place outside of its line"
    return ""


def repaired(tree: Tree, found: list[Diagnostic]) -> Tree:
    """The workspace with every safe fix carried out, as `validate --fix` would; of two that overlap the first."""
    edits = {edit for each in found if each.fix and each.fix.safe for edit in each.fix.edits}
    fixed = dict(tree)
    for path in sorted({edit.file for edit in edits}):
        fixed[path] = edited(
            tree[path], sorted((edit for edit in edits if edit.file == path), key=lambda e: (e.start, e.end))
        )
    return fixed


def edited(raw: bytes, edits: list[Edit]) -> bytes:
    whole = raw.decode("utf-8")
    mark = "\ufeff" if whole.startswith("\ufeff") else ""
    whole = whole.removeprefix("\ufeff")
    starts = [0, *(found.end() for found in _BREAK.finditer(whole))]
    kept, position = [], 0
    for edit in edits:
        start, end = (starts[line - 1] + column - 1 for line, column in (edit.start, edit.end))
        if start >= position:
            kept += [whole[position:start], edit.text]
            position = end
    return (mark + "".join(kept) + whole[position:]).encode()
