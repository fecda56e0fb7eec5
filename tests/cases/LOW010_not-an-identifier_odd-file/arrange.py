"""A domain is called like its file, whose name is no text here."""

import os
from pathlib import Path


def arrange(root: Path) -> None:
    folder = root / "services/backend/spec/routers"
    folder.mkdir(parents=True)
    with open(os.fsencode(folder) + b"/\xff\xfe.yaml", "wb") as file:
        file.write(b"operations: {ping: {rest: {method: GET, path: /ping}}}\n")
