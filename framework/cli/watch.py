"""Waits for the specs to change, by asking the disk: no dependency, and it works on every disk that can be mounted."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

QUIET = 0.3
"""Seconds without a change before a run: an editor saves several files, git touches hundreds."""


def watch(root: Path, run: Callable[[], None]) -> None:
    """Run now and after every change, until the user interrupts. What changes during a run makes another one."""
    from framework.diagnostics import Report
    from framework.source.layout import survey

    try:
        while True:
            watched = survey(root, Report()).watched
            before = _state(root, watched)
            run()
            _wait(root, watched, before)
    except KeyboardInterrupt:
        return


def _wait(root: Path, watched: Iterable[str], before: dict[str, object]) -> None:
    while (now := _state(root, watched)) == before:
        time.sleep(QUIET)
    while True:
        time.sleep(QUIET)
        later = _state(root, watched)
        if later == now:
            return
        now = later


def _state(root: Path, watched: Iterable[str]) -> dict[str, object]:
    return {path: _look(os.path.join(root, path)) for path in watched}


def _look(path: str) -> object:
    """Of a folder only what counts as a spec: a run makes files in folders that it watches."""
    from framework.output.fingerprint import content, signature

    try:
        return content(path) if os.path.isdir(path) else signature(path)
    except OSError:
        return None
