"""Which paths a run may write. A generator that breaks these rules is a bug of ours, so they raise."""

import re

from framework.files import FileSet

STORE = ".autogen/"
OPEN = ("schemas/",)
ODD = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def is_inside(path: str) -> bool:
    """Whether a path is one of a file below the root, spelled in the one way that every system reads alike."""
    parts = path.split("/")
    if ODD.search(path) or parts[0].lower() == ".git":
        return False
    return all(part not in ("", ".", "..") and part == part.rstrip(". ") for part in parts)


def check(files: FileSet) -> None:
    ids: dict[str, str] = {}
    spelled: dict[str, str] = {}
    for path, file in files.items():
        if not is_inside(path) or (path.startswith(STORE) and not path.removeprefix(STORE).startswith(OPEN)):
            raise ValueError(f"{file.generator} may not write to {path!r}")
        if not file.id or "\t" in file.id or not file.id.isprintable():
            raise ValueError(f"{file.generator} gives {path} the id {file.id!r}")
        if file.kind == "managed":
            raise NotImplementedError(f"{path} of {file.generator} is managed, and nothing merges yet")
        if ids.setdefault(file.id, path) != path:
            raise ValueError(f"{path} and {ids[file.id]} have one id: {file.id}")
        _claim(spelled, path, file.generator)


def _claim(spelled: dict[str, str], path: str, generator: str) -> None:
    """Two spellings of one path are one file on some disks; a file and a folder of one name exist on none."""
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        part, what = "/".join(parts[:end]), "file" if end == len(parts) else "folder"
        other = spelled.setdefault(part.casefold(), f"{what} {part}")
        if other != f"{what} {part}":
            raise ValueError(f"{generator} makes the {what} {part} beside the {other}")
