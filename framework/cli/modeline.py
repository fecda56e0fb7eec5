"""The line that tells an editor which schema a spec file follows."""

import os
import re
from pathlib import Path

from framework.diagnostics import Edit, Fix
from framework.source import SourceFile
from framework.spec.schemas import FOLDER

_KNOWN = re.compile(r"^[ \t]*#[ \t]*(?:yaml-language-server[ \t]*:|\$schema[ \t]*:)", re.MULTILINE)
_BREAK = re.compile(r"\r\n|\n|\r")


def modeline(root: Path, file: SourceFile) -> Fix | None:
    """The fix that puts it at the top; none for a file that has one, or that no exported schema describes.

    Any line of that kind counts, even one that leads elsewhere: whoever wrote it chose another schema.
    """
    schema = f"{FOLDER}/{file.entry.kind}.json"
    if file.broken or _KNOWN.search(file.text) or not os.path.isfile(root / schema):
        return None
    way = os.path.relpath(schema, os.path.dirname(file.path)).replace(os.sep, "/")
    first = _BREAK.search(file.text)
    text = f"# yaml-language-server: $schema={way}{first.group() if first else chr(10)}"
    return Fix((Edit(file.path, (1, 1), (1, 1), text),))
