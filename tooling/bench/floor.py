"""What no compiler of a workspace could do without, as processes to compare with.

    python tooling/bench/floor.py generate SPECS SIZES BYTES TARGET
    python tooling/bench/floor.py idle FILES

The first parses the specs with the C parser of PyYAML, and writes as many files as a `generate` does, with the same
bytes. The second asks the disk about each input and each output, and opens none. Neither loads what it does not need.
"""

import json
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module of that name is one of those
    from typing import Any


def generate(specs: str, sizes: str, data: str, target: str) -> None:
    import yaml

    for path in _list(specs):
        with open(path, "rb") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
    with open(data, "rb") as source:
        for path, size in _list(sizes):
            full = os.path.join(target, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(source.read(size))


def idle(files: str) -> None:
    for path in _list(files):
        os.stat(path)


def _list(path: str) -> "Any":
    with open(path, "rb") as file:
        return json.load(file)


if __name__ == "__main__":
    if sys.argv[1] == "generate":
        generate(*sys.argv[2:])
    else:
        idle(*sys.argv[2:])
