"""A pipe that nobody writes to: whoever opens it waits for ever."""

import os
from pathlib import Path


def arrange(root: Path) -> None:
    os.mkfifo(root / "shared/spec/events.yaml")
