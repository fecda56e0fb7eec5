"""What stands at a path now. Anything but a plain file inside the workspace is reported and never written over."""

import os
import stat
from dataclasses import dataclass, field

from framework.diagnostics import Code, Report, Span

NOT_A_PLAIN_FILE = Code(
    "OUT005",
    "not-a-plain-file",
    "{what} stands where autogen writes a file",
    "Autogen writes plain files. It follows no link that stands in the place of one, and removes nothing to make room.",
    "move it away, then run `autogen generate`",
)
OUTPUT_LEAVES_ROOT = Code(
    "OUT006",
    "output-leaves-root",
    "the folder of this file leads out of the workspace",
    "A run writes below the root of its workspace and nowhere else; here a link on the way leads out of it.",
    "replace the link by a folder, or run autogen with the --root that holds both",
)
UNREADABLE_OUTPUT = Code(
    "OUT007",
    "unreadable-output",
    "the file that stands here cannot be read: {reason}",
    "What cannot be read cannot be compared, and a file that may hold an edit is not written over.",
    "check the owner and the rights of the file and of its folder",
)

KINDS = {stat.S_IFLNK: "a link", stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}


@dataclass(frozen=True, slots=True)
class Standing:
    """`data` is None where nothing stands; `blocked` says that nothing can be written there, as was reported."""

    data: bytes | None = None
    blocked: bool = False


BLOCKED = Standing(blocked=True)


@dataclass(frozen=True, slots=True)
class Ground:
    """The workspace as a run finds it."""

    root: str
    report: Report
    folders: dict[str, bool] = field(default_factory=dict)

    def at(self, path: str) -> Standing:
        if not self._reachable(os.path.dirname(path)):
            self.report.add(OUTPUT_LEAVES_ROOT, Span(path))
            return BLOCKED
        full = os.path.join(self.root, path)
        try:
            kind = stat.S_IFMT(os.lstat(full).st_mode)
            if kind == stat.S_IFREG:
                with open(full, "rb") as file:
                    return Standing(file.read())
        except FileNotFoundError:
            return Standing()
        except NotADirectoryError:
            self.report.add(NOT_A_PLAIN_FILE, Span(path), what="a file instead of its folder")
            return BLOCKED
        except OSError as fault:
            self.report.add(UNREADABLE_OUTPUT, Span(path), reason=fault.strerror or "unknown fault")
            return BLOCKED
        self.report.add(NOT_A_PLAIN_FILE, Span(path), what=KINDS.get(kind, "a device"))
        return BLOCKED

    def _reachable(self, folder: str) -> bool:
        """Whether a folder, if it is there, is inside the root once its links are followed."""
        if folder not in self.folders:
            root = os.path.realpath(self.root)
            real = os.path.realpath(os.path.join(root, folder))
            self.folders[folder] = os.path.commonpath((real, root)) == root
        return self.folders[folder]
