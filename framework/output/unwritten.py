"""Why nothing was written, when the reason is the machine or another process and not the specs."""

import errno
import os

HINTS = {
    errno.ENOSPC: "free some space and run it again",
    errno.EDQUOT: "free some space and run it again",
    errno.EACCES: "check the owner and the rights of the file and of its folder",
    errno.EPERM: "check the owner and the rights of the file and of its folder",
    errno.EROFS: "the disk is mounted for reading only",
}


class Unwritten(Exception):
    """One sentence for the user and, in `hint`, what to do. The tree is as it was, or the next run makes it so."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @classmethod
    def because(cls, fault: OSError, root: str | os.PathLike[str], what: str = "nothing was written") -> "Unwritten":
        where = f"{os.path.relpath(fault.filename, root)}: " if isinstance(fault.filename, str) else ""
        reason = fault.strerror or "unknown fault"
        return cls(f"{what}: {where}{reason}", HINTS.get(fault.errno or 0, ""))
