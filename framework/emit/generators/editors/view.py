"""Which files an editor checks against which schema."""

from framework.spec.kinds import ROWS, Kind
from framework.spec.schemas import FOLDER

EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}


def settings() -> dict[str, object]:
    schemas = {f"{FOLDER}/{row.name}.json": patterns(row) for row in ROWS}
    return {"yaml.schemas": schemas, "yaml.yamlVersion": "1.2", "[yaml]": {"editor.insertSpaces": True}}


def patterns(row: Kind) -> list[str]:
    """The files of a kind as globs. One that would catch another kind is left out, for an editor asks every schema
    that matches; there the line at the top of the file says which it is."""
    others = [path.split("/") for other in ROWS if other is not row for path in other.paths]
    globs = [[_glob(part) for part in path.split("/")] for path in row.paths]
    return ["/".join(glob) for glob in globs if not any(_catches(glob, other) for other in others)]


def _glob(part: str) -> str:
    return "*" + part[part.index(">") + 1 :] if part.startswith("<") else part


def _catches(glob: list[str], path: list[str]) -> bool:
    pairs = zip(glob, path, strict=False)
    return len(glob) == len(path) and all(one == other or one.startswith("*") for one, other in pairs)
