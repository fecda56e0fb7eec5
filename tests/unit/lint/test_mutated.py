"""Whatever stands in a Python file, the guard ends with findings and not with an exception, and soon. A unit test, for
the files are mutations of all cases, several of them at once."""

import random
import shutil
import time
from pathlib import Path

import pytest

from framework.diagnostics import Report
from framework.ir import Project
from framework.lint import lint
from framework.pipeline import compile_project
from tests.guarded import BASE, CASES

ROUNDS = 60
FILES = 5
SLOWEST = 20.0
PIECES = (
    b'( ) [ : \\ \' """ \n \t * ** = := @ \xff \xef\xbb\xbf \r \x0c __getattr__ self. getattr( .__dict__ [0] {**x}'
    b" f'{x!r:>{y}}' lambda: await yield global import #allow:MOD001 try: match if"
).split(b" ")
SOURCES = sorted(path for path in CASES.glob("*/project/**/*.py") if path.is_file())


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Project]:
    root = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("mutated") / "workspace"))
    project = compile_project(root, Report()).project
    assert project is not None
    return root, project


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_mutated_files_give_findings(workspace: tuple[Path, Project], seed: int) -> None:
    root, project = workspace
    chance = random.Random(seed)
    for number in range(FILES):
        name = chance.choice(["x", "base", "main", "wiring", "a", "b", "controllers/books", f"m{number}"])
        (root / f"services/backend/src/{name}.py").write_bytes(mutated(chance))
    started = time.monotonic()
    report = Report()
    lint(project, root, (), report)
    assert all(found.span.line >= 1 and found.span.column >= 1 for found in report.diagnostics)
    assert time.monotonic() - started < SLOWEST


def mutated(chance: random.Random) -> bytes:
    """Lines of some cases, mixed, with a few pieces put in, taken out or moved."""
    lines: list[bytes] = []
    for _ in range(chance.randint(1, 4)):
        lines += chance.choice(SOURCES).read_bytes().splitlines(keepends=True)
    if chance.random() < 0.3:
        chance.shuffle(lines)
    data = bytearray(b"".join(lines))
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(data) + 1)
        if chance.random() < 0.5:
            data[at:at] = chance.choice(PIECES)
        else:
            del data[at : at + chance.randint(1, 8)]
    return bytes(data)
