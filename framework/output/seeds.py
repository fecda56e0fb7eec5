"""The files that were written once and are their authors' since: what the specs ask for in them, and no longer do."""

import os
from dataclasses import dataclass, field, replace
from typing import Literal

from framework.diagnostics import Report
from framework.files import File
from framework.output import disk
from framework.output.manifest import Entry
from framework.output.members import demand, refuse, with_stubs
from framework.output.orphans import former, left

Stubs = Literal["none", "show", "write"]


@dataclass(frozen=True, slots=True)
class Seeds:
    """`stubs` says whether what a file lacks is to be added, or shown as if it were. `read` are the digests of what
    was looked into, as it shall stand; `members` are what the line of each file is to name, None where it is gone."""

    report: Report
    stubs: Stubs = "none"
    read: dict[str, str] = field(default_factory=dict)
    members: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def tend(self, file: File, data: bytes, known: Entry | None) -> bytes:
        """The bytes that a file shall have; they are those that it has, but for the stubs."""
        once = known.members if known else ()
        if not file.members and not once:
            return data
        made = data if self.stubs == "none" else with_stubs(file, data, self.report)
        # What is told has the line where its reader will find it: imports that are added move it down.
        told = made if self.stubs == "write" else data
        if self.stubs != "none":
            refuse(file, told, self.report)
        demand(file, made, self.report)
        self.members[file.path] = (*file.members, *former(file, data, told, once, self.report))
        self.read[file.path] = disk.digest(made)
        return made

    def leave(self, root: str, entry: Entry) -> bool:
        """Tell a file that nothing asks for, and which stays; whether there is one."""
        try:
            data = disk.read(os.path.join(root, entry.path))
        except OSError:
            data = None
        self.members[entry.path] = None if data is None else entry.members
        if data is None:
            return False
        left(entry, data, self.report)
        self.read[entry.path] = disk.digest(data)
        return True

    def pruned(self, entry: Entry) -> Entry | None:
        """A line without what the specs no longer ask for and its file no longer holds; None where that is all."""
        members = self.members.get(entry.path, entry.members)
        return None if members is None else replace(entry, members=members)
