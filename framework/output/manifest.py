"""What autogen wrote: a line for every file, in the repository, so that the next run knows its own.

Plain lines, sorted by path and without times, so that git merges the work of two branches line by line.
"""

import os
import re
from dataclasses import dataclass, field
from typing import get_args

from framework import __version__
from framework.diagnostics import Code, Report, Span
from framework.files import Class
from framework.output import disk, origin
from framework.output.paths import is_inside

FILE = ".autogen/manifest"
TITLE = "# autogen manifest 1"
REMARK = "# What `autogen generate` wrote: path, class, generator, digest, id, members. Belongs into the repository."
LONGEST_SHOWN = 60

_BREAK = re.compile(r"\r?\n")
_DIGEST = re.compile(r"[0-9a-f]{32}\Z")
_MEMBER = re.compile(r"\w+(\.\w+)*\Z")

DAMAGED_MANIFEST = Code(
    "OUT001",
    "damaged-manifest",
    "the manifest cannot be read: {problem}",
    "The manifest says which files are autogen's own. Without it a run could overwrite what people wrote, so it writes "
    "nothing.",
    "take it from the repository again (`git checkout -- .autogen/manifest`; in a merge: `git checkout --ours` or "
    "`--theirs`), then run `autogen generate`",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """`digest` is that of the bytes that autogen wrote, whatever became of them. `members` are what the specs ask for
    in a seeded file, and behind them what they once did and the file may still hold."""

    path: str
    kind: Class
    generator: str
    digest: str
    id: str
    members: tuple[str, ...] = ()

    def row(self) -> str:
        parts = (self.path, self.kind, self.generator, self.digest, self.id, ",".join(self.members))
        return "\t".join(parts).rstrip("\t")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`data` are the bytes of the file that was read; None where there is none."""

    entries: tuple[Entry, ...] = ()
    framework: str = __version__
    templates: str = field(default_factory=origin.templates)
    data: bytes | None = None

    @property
    def is_known(self) -> bool:
        """Whether this is what stands on the disk."""
        return self.data is not None and disk.digest(self.data) == disk.digest(self.text().encode())

    def text(self) -> str:
        rows = [entry.row() for entry in self.entries]
        head = [TITLE, REMARK, f"framework {self.framework}", f"templates {self.templates}"]
        return "\n".join([*head, *sorted(rows), ""])


def read(root: str, report: Report) -> Manifest | None:
    """The manifest of the last run, an empty one before the first; None where it is damaged, which is reported."""
    try:
        data = disk.read(os.path.join(root, FILE))
    except OSError as fault:
        report.add(DAMAGED_MANIFEST, Span(FILE), problem=fault.strerror or "unknown fault")
        return None
    if data is None:
        return Manifest()
    try:
        lines = _BREAK.split(data.decode("utf-8"))
    except UnicodeDecodeError:
        report.add(DAMAGED_MANIFEST, Span(FILE), problem="it is not UTF-8")
        return None
    return _Reader(lines, report).read(data)


class _Reader:
    def __init__(self, lines: list[str], report: Report) -> None:
        self.lines = lines
        self.report = report
        self.sound = True
        self.head = {"framework": "", "templates": ""}
        self.entries: dict[str, Entry] = {}
        self.ids: set[str] = set()

    def read(self, data: bytes) -> Manifest | None:
        if self.lines[0] != TITLE and not self.lines[0].startswith("<<<<<<<"):
            self.damaged(1, "the first line is not that of a manifest which this version knows")
            return None
        for number, line in enumerate(self.lines, 1):
            if line and not line.startswith("# "):
                self.line(number, line)
        if not self.sound:
            return None
        return Manifest(tuple(self.entries.values()), self.head["framework"], self.head["templates"], data)

    def line(self, number: int, line: str) -> None:
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            self.damaged(number, "a merge left its marks here")
        elif "\t" in line:
            self.entry(number, line.split("\t"))
        else:
            word, _, value = line.partition(" ")
            if word not in self.head or not value:
                self.damaged(number, f"this is no line of a manifest: {line[:LONGEST_SHOWN]}")
            self.head[word] = value

    def entry(self, number: int, parts: list[str]) -> None:
        members = parts.pop().split(",") if len(parts) == 6 else []
        if len(parts) != 5 or parts[1] not in get_args(Class) or not _DIGEST.match(parts[3]):
            self.damaged(number, "this is no line of a manifest")
        elif not is_inside(parts[0]):
            self.damaged(number, f"'{parts[0]}' is no path in the workspace")
        elif not all(_MEMBER.match(member) for member in members):
            self.damaged(number, "these are no members of a file")
        elif parts[0] in self.entries or parts[4] in self.ids:
            self.damaged(number, "the file stands here twice")
        else:
            kind = next(known for known in get_args(Class) if known == parts[1])
            self.entries[parts[0]] = Entry(parts[0], kind, parts[2], parts[3], parts[4], tuple(members))
            self.ids.add(parts[4])

    def damaged(self, number: int, problem: str) -> None:
        self.sound = False
        end = len(self.lines[number - 1]) + 1
        self.report.add(DAMAGED_MANIFEST, Span(FILE, number, 1, number, end), problem=problem)
