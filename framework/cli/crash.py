"""Where the traceback of a bug goes: into a file that can be sent on, and not over the user's screen."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence

from framework import __version__


def keep(fault: BaseException, words: Sequence[str]) -> str:
    """Put the traceback into a new file of the temp folder and say where; without room for one, say the last frame."""
    lines = [
        f"autogen {__version__}, Python {platform.python_version()} on {sys.platform}\n",
        f"arguments: {list(words)!r}\n\n",
        *traceback.format_exception(fault),
    ]
    try:
        handle, path = tempfile.mkstemp(prefix="autogen-bug-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(lines)
    except OSError:
        frames = traceback.extract_tb(fault.__traceback__)
        return f"it happened at {frames[-1].filename}:{frames[-1].lineno}" if frames else "its place is not known"
    return f"what happened is written in {path}; please report it with the specs that cause it"
