"""What autogen has written, as its manifest says, and what stands there now."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from framework.diagnostics import Report
from framework.output import manifest

if TYPE_CHECKING:
    from framework.lint.rule import Workspace


def entries(workspace: Workspace) -> tuple[manifest.Entry, ...]:
    """None where there is no manifest, or none that can be read: `generate` tells that."""
    known = manifest.read(str(workspace.code.modules.root), Report())
    return known.entries if known is not None else ()


def on_disk(workspace: Workspace, path: str) -> bytes | None:
    """None of what is not there, or cannot be read: `generate --check` tells that."""
    try:
        with open(os.path.join(workspace.code.modules.root, path), "rb") as file:
            return file.read()
    except OSError:
        return None
