"""Where the workspace is. Standard library only: a `generate` with nothing to do gets no further than this."""

import os
from pathlib import Path

from framework.cli.refusal import Refusal

MARKS = ("services.yaml", "services.yml", "shared/spec")
START = "begin one with a services.yaml, or name its folder with --root"


def root_of(asked: str | None) -> Path:
    """The root of the workspace: the folder that was asked for, or the nearest one upward from here."""
    if asked is not None:
        return _asked(asked)
    try:
        here = Path.cwd()
    except OSError as fault:
        raise Refusal(f"the current folder cannot be read: {fault.strerror}", "change to another one") from fault
    for folder in (here, *here.parents):
        if is_root(folder):
            return folder
    raise Refusal(f"no folder from {here} upward holds {_listed()}", START)


def is_root(folder: Path) -> bool:
    # os.path and not Path.exists: the latter raises where a folder above may not be entered.
    return any(os.path.exists(folder / mark) for mark in MARKS)


def _asked(asked: str) -> Path:
    """A folder that was named may lack the registry: what the compiler says about that is worth more than a refusal."""
    if not asked or "\0" in asked:
        raise Refusal("--root names no folder", START)
    folder = Path(os.path.abspath(asked))
    if not os.path.isdir(folder):
        what = "is not a folder" if os.path.exists(folder) else "does not exist"
        raise Refusal(f"--root: {folder} {what}", "name the folder that holds services.yaml")
    if not is_root(folder) and not _has_specs(folder):
        raise Refusal(f"--root: {folder} holds no {_listed()}", START)
    return folder


def _has_specs(folder: Path) -> bool:
    try:
        return any(os.path.isdir(folder / "services" / name / "spec") for name in os.listdir(folder / "services"))
    except OSError:
        return False


def _listed() -> str:
    return ", ".join(MARKS[:-1]) + " or " + MARKS[-1]
