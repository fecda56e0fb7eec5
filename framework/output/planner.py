"""Compares the files of a run with the disk and with what the last run wrote. Decides all, writes nothing.

Three texts meet at every path: what autogen wrote there last (its digest is in the manifest), what stands there, and
what shall stand there. Whatever differs from both others was written by a person, and stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from framework.diagnostics import Code, Report, Span
from framework.files import Class, File, FileSet
from framework.output import disk, journal, manifest
from framework.output.difference import first_difference
from framework.output.journal import Operation
from framework.output.manifest import Entry, Manifest
from framework.output.paths import check
from framework.output.seeds import Seeds, Stubs
from framework.output.standing import Ground, Standing
from framework.symbols import Symbol

Action = Literal["write", "delete", "move", "keep", "conflict"]

RESCUE = ".autogen/rescue"

HAND_EDIT = Code(
    "OUT002",
    "hand-edit",
    "this generated file was edited by hand",
    "The next run would lose the edit, so no run goes past it. A generated file follows from the specs; what they "
    "cannot say belongs into a file of your own.",
    "put the edit where it belongs, then run `autogen generate --restore {path}`: your bytes are kept in "
    ".autogen/rescue/ and the file is written again",
)
OCCUPIED_PATH = Code(
    "OUT003",
    "occupied-path",
    "a file that autogen did not write stands where it writes one",
    "Autogen never overwrites what it does not know to be its own.",
    "move the file away; or run `autogen generate --restore {path}`, which keeps it in .autogen/rescue/",
)
EDITED_ORPHAN = Code(
    "OUT004",
    "edited-orphan",
    "the specs no longer make this file, but it was edited by hand",
    "A generated file goes when nothing makes it any more; an edit in it would go with it.",
    "put the edit where it belongs, then delete the file; or run `autogen generate --restore {path}`, which keeps your "
    "bytes in .autogen/rescue/ and deletes it",
)
INTERRUPTED_RUN = Code(
    "OUT010",
    "interrupted-run",
    "a run was interrupted while it was writing",
    "Some files are already those of the new run, others still those of the one before: there is nothing to compare.",
    "run `autogen generate`, which completes it",
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of one path: `before` are the bytes that stand there, `data` those that shall. A file that
    moves comes from `origin`; `rescue` says that `before` is somebody's work and is kept."""

    path: str
    action: Action
    kind: Class
    generator: str
    before: bytes | None = None
    data: bytes | None = None
    executable: bool = False
    origin: "Change | None" = None
    rescue: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`read` are the files of people that were looked into, with the digests of what was found or is to be written.
    `symbols` make the map, which is no change: it is of this checkout alone, and any run makes it again."""

    root: Path
    changes: tuple[Change, ...] = ()
    manifest: Manifest = field(default_factory=Manifest)
    read: Mapping[str, str] = field(default_factory=dict)
    symbols: Mapping[str, Mapping[str, Symbol]] = field(default_factory=dict)

    @property
    def idle(self) -> bool:
        return not self.operations()

    def operations(self) -> list[Operation]:
        """The plan as steps; the manifest is the last, for it says that the others are done."""
        steps = [step for change in self.changes for step in _steps(change)]
        if not self.manifest.is_known:
            steps.append(Operation(manifest.FILE, self.manifest.data, self.manifest.text().encode()))
        return steps


def plan(root: Path, files: FileSet, report: Report, restore: Iterable[str] = (), stubs: Stubs = "none") -> Plan:
    """What a run would do. `restore` are paths whose hand edits are to be put aside; a folder stands for all in it.
    `stubs` says whether seeded files get the members that they lack: a plan to `write` tells of them as they will
    stand then, one to `show` as they stand now."""
    check(files)
    known = manifest.read(str(root), report)
    if journal.is_pending(str(root)):
        report.add(INTERRUPTED_RUN, Span(journal.FOLDER))
        return Plan(root)
    if known is None:
        return Plan(root)
    seeds = Seeds(report, stubs)
    planner = _Planner(Ground(str(root), report), files, known, seeds, tuple(restore))
    changes = sorted(planner.changes(), key=lambda change: change.path)
    symbols = {path: file.symbols for path, file in files.items() if file.symbols}
    return Plan(root, tuple(changes), planner.manifest(changes), seeds.read, symbols)


def covers(asked: str, path: str) -> bool:
    """Whether a path that a user names is this one or a folder above it."""
    return asked in (".", path) or path.startswith(f"{asked}/")


class _Planner:
    def __init__(self, ground: Ground, files: FileSet, known: Manifest, seeds: Seeds, restore: tuple[str, ...]) -> None:
        self.ground = ground
        self.files = files
        self.data = known.data
        self.seeds = seeds
        self.known = {entry.path: entry for entry in known.entries}
        self.ids = {entry.id: entry for entry in known.entries}
        self.written = {entry.digest for entry in known.entries if entry.kind == "owned"}
        self.restore = restore
        made = {file.id for file in files.values()}
        self.left = [one for one in known.entries if one.members and one.path not in files and one.id not in made]

    def changes(self) -> Iterator[Change]:
        origins = {old.path for file in self.files.values() if (old := self.origin(file))}
        for file in self.files.values():
            yield self.seeded(file) if file.kind == "seeded" else self.owned(file)
        for entry in self.known.values():
            if entry.kind == "owned" and entry.path not in self.files and entry.path not in origins:
                orphan = self.orphan(entry)
                if orphan is not None:
                    yield orphan
        for entry in self.left:
            if self.seeds.leave(self.ground.root, entry):
                yield Change(entry.path, "keep", entry.kind, entry.generator)

    def manifest(self, changes: Iterable[Change]) -> Manifest:
        """What the next run is to know. What has gone from the files of people is dropped only with a run that writes
        anyway: that somebody deletes what nothing asks for is no drift."""
        old = Manifest((*map(self.entry, self.files.values()), *self.left), data=self.data)
        if old.is_known and all(change.action == "keep" for change in changes):
            return old
        current = [self.seeds.pruned(entry) for entry in old.entries]
        return Manifest(tuple(entry for entry in current if entry is not None), data=self.data)

    def seeded(self, file: File) -> Change:
        """Written once; a file that its user has deleted or moved is not written again."""
        known = self.seed(file)
        if known is not None and known.path != file.path:
            return _change(file, "keep")
        stands = self.ground.at(file.path)
        if stands.blocked:
            return _change(file, "conflict")
        restored = self.restored(file.path) and not _same(stands, file)
        writes = restored or (known is None and stands.data is None)
        found = file.text.encode() if writes else stands.data or b""
        data = self.seeds.tend(file, found, known)
        if writes:
            return _change(file, "write", stands.data, rescue=stands.data is not None)
        return replace(_change(file, "write" if data != found else "keep", stands.data), data=data)

    def seed(self, file: File) -> Entry | None:
        """The line of the run that wrote a seeded file."""
        known = self.known.get(file.path)
        if known is None and file.id in self.ids and self.ids[file.id].path not in self.files:
            known = self.ids[file.id]
        return known if known is not None and known.kind == "seeded" else None

    def owned(self, file: File) -> Change:
        stands = self.ground.at(file.path)
        if stands.blocked:
            return _change(file, "conflict")
        if stands.data is None:
            return self.arrival(file)
        if _same(stands, file):
            return _change(file, "keep", stands.data)
        known = self.known.get(file.path)
        found = disk.digest(stands.data)
        # A folder that was renamed has taken its generated files along; their bytes are known all the same.
        if found == known.digest if known is not None else found in self.written:
            return _change(file, "write", stands.data)
        if self.restored(file.path):
            return _change(file, "write", stands.data, rescue=True)
        code = OCCUPIED_PATH if known is None else HAND_EDIT
        self.ground.report.add(code, first_difference(file.path, stands.data, file.text.encode()), path=file.path)
        return _change(file, "conflict", stands.data)

    def arrival(self, file: File) -> Change:
        """A file where none stands: a new one, or one that the last run wrote elsewhere."""
        old = self.origin(file)
        left = self.orphan(old) if old is not None else None
        if left is None:
            return _change(file, "write")
        if left.action == "conflict":
            return _change(file, "conflict")
        return _change(file, "move", origin=left)

    def origin(self, file: File) -> Entry | None:
        old = self.ids.get(file.id)
        if old is None or old.kind != "owned" or file.kind != "owned":
            return None
        moved = old.path not in self.files and file.path not in self.known
        return old if moved and self.ground.at(file.path).data is None else None

    def orphan(self, entry: Entry) -> Change | None:
        """An owned file that nothing makes any more; None where it is gone already."""
        stands = self.ground.at(entry.path)
        if stands.blocked:
            return Change(entry.path, "conflict", entry.kind, entry.generator)
        if stands.data is None:
            return None
        edited = disk.digest(stands.data) != entry.digest
        if edited and not self.restored(entry.path):
            self.ground.report.add(EDITED_ORPHAN, Span(entry.path), path=entry.path)
            return Change(entry.path, "conflict", entry.kind, entry.generator, stands.data)
        return Change(entry.path, "delete", entry.kind, entry.generator, stands.data, rescue=edited)

    def entry(self, file: File) -> Entry:
        """The line of the next manifest. That of a seeded file tells where and with what it was written."""
        known = self.seed(file) if file.kind == "seeded" else None
        path, digest = (known.path, known.digest) if known else (file.path, disk.digest(file.text.encode()))
        members = dict.fromkeys((*file.members, *(known.members if known else ())))
        return Entry(path, file.kind, file.generator, digest, file.id, tuple(members))

    def restored(self, path: str) -> bool:
        return any(covers(asked, path) for asked in self.restore)


def _same(stands: Standing, file: File) -> bool:
    return stands.data is not None and disk.digest(stands.data) == disk.digest(file.text.encode())


def _change(
    file: File, action: Action, before: bytes | None = None, *, rescue: bool = False, origin: Change | None = None
) -> Change:
    data = file.text.encode()
    return Change(file.path, action, file.kind, file.generator, before, data, file.executable, origin, rescue)


def _steps(change: Change) -> Iterator[Operation]:
    if change.action in ("keep", "conflict"):
        return
    if change.rescue and change.before is not None:
        kept = f"{RESCUE}/{change.path}.{disk.digest(change.before)[:16]}"
        yield Operation(kept, None, change.before)
    if change.origin is not None:
        yield from _steps(change.origin)
    data = None if change.action == "delete" else change.data
    yield Operation(change.path, change.before, data, change.executable)
