"""`python -m tooling.bench.guard`: the guard over 300 controllers of 200 lines, beside Ruff and Fixit on the same.

Fixit has no part in the work on this repository, so it is not in `.venv`: its command is named with `--fixit`."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from tooling.bench import workspace
from tooling.bench.__main__ import FLOOR, autogen
from tooling.bench.measure import Result, Task, measure

PAGE = Path(__file__).parent / "results" / "guard.md"
LINES = 200
EDITED = 150
"""The domain whose controller is edited before each run of a hook."""

TITLE = "# The guard, measured\n"
ABOUT = """
Made by `python -m tooling.bench.guard`: medians of {rounds} interleaved runs on {machine}. Times are those of
whole processes; **×** is the ratio to an empty start of Python in the same run. The workspace is the large one of the
compiler's benchmark with {files} controllers of {lines} lines. Ruff runs with the rules that it has by itself and
without a cache{fixit}. Neither reads the specs or follows a name out of its file.
"""
HELPER = '''

@dataclass(frozen=True, slots=True)
class _Step{number}:
    """What is known of a thing at one point of its way."""

    name: str
    weight: int
    labels: tuple[str, ...] = ()
    marks: dict[str, int] = field(default_factory=dict)

    @property
    def heavy(self) -> bool:
        return self.weight > {number} or any(label.startswith("h") for label in self.labels)

    def told(self) -> str:
        shown = ", ".join(sorted(self.labels)) or "none"
        return f"{{self.name}} ({{self.weight}}): {{shown}}"


def _steps_{number}(rows: list[dict[str, str]], limit: int = {number}) -> list[_Step{number}]:
    found: list[_Step{number}] = []
    for row in rows[:limit]:
        labels = tuple(part.strip() for part in row.get("labels", "").split(",") if part)
        try:
            weight = int(row["weight"])
        except (KeyError, ValueError) as fault:
            LOG.warning("a row without a weight: %s", fault)
            continue
        step = _Step{number}(row.get("name", "?"), weight, labels)
        step.marks.update({{label: len(label) for label in labels}})
        found.append(step)
    LOG.info("%d of %d", len(found), len(rows))
    return sorted(found, key=lambda step: (step.heavy, step.name))
'''
HEAD = "import logging\nfrom dataclasses import dataclass, field\n"


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m tooling.bench.guard", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="measured repetitions of each command")
    parser.add_argument("--fixit", help="the command of a Fixit that is installed in an environment of its own")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="autogen-bench-") as folder:
        root = Path(folder) / "workspace"
        lay(root)
        results = measure(list(tasks(root, asked.fixit)), asked.rounds)
    text = told(results, asked.rounds, asked.fixit)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text, end="")
    return 0


def lay(root: Path) -> None:
    """The large workspace, generated, its controllers filled up with code of their own."""
    workspace.make(root)
    subprocess.run(autogen("generate", root), check=True, capture_output=True)
    for path in controllers(root):
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")


def filled(stub: str) -> str:
    """A controller of `LINES` lines: its stubs, and behind them what such files hold."""
    lines = stub.rstrip("\n").split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith(("import ", "from ")))
    last = next(at for at, line in enumerate(lines) if line.startswith("class "))
    head = [
        *lines[:first],
        *HEAD.rstrip("\n").split("\n"),
        *lines[first:last],
        "LOG = logging.getLogger(__name__)",
        "",
        "",
    ]
    body = [*head, *lines[last:]]
    number = 0
    while len(body) + HELPER.count("\n") <= LINES:
        body += HELPER.format(number=number).rstrip("\n").split("\n")
        number += 1
    return "\n".join([*body, *("# the end of a file of 200 lines" for _ in range(LINES - len(body)))]) + "\n"


def controllers(root: Path) -> list[Path]:
    return sorted(root.glob("services/*/src/controllers/*.py"))


def tasks(root: Path, fixit: str | None) -> Iterator[Task]:
    """Cold: no cache of an earlier run. As a hook: one file was edited since the last run, and is named."""
    edited = next(path for path in controllers(root) if path.stem == workspace.domain(EDITED))
    text = edited.read_text(encoding="utf-8")
    cache = root / ".autogen/cache"

    def edit(turn: int) -> None:
        edited.write_text(f"{text}# {turn}\n", encoding="utf-8")

    folders = [str(folder) for folder in sorted(root.glob("services/*/src/controllers"))]
    ruff = [str(Path(sys.executable).with_name("ruff")), "check", "--isolated", "--no-cache", "--exit-zero"]
    yield Task(FLOOR, [sys.executable, "-c", "pass"])
    yield Task("guard: all files, cold", autogen("lint", root), lambda _: shutil.rmtree(cache, ignore_errors=True))
    yield Task("guard: all files, nothing has changed", autogen("lint", root))
    yield Task("guard: one edited file, as a hook", autogen("lint", root, str(edited)), edit)
    yield Task("Ruff: all files", [*ruff, *folders])
    yield Task("Ruff: one file", [*ruff, str(edited)])
    if fixit:
        yield Task("Fixit: all files", [fixit, "lint", *folders])
        yield Task("Fixit: one file", [fixit, "lint", str(edited)])


def told(results: Sequence[Result], rounds: int, fixit: str | None) -> str:
    floor, seconds = results[0].seconds, {result.name: result.seconds for result in results}
    facts = {
        "rounds": rounds,
        "machine": f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores",
        "files": len(workspace.LARGE.numbers),
        "lines": LINES,
        "fixit": ", and so does Fixit" if fixit else "; Fixit was not asked for",
    }
    lines = [TITLE + ABOUT.format(**facts), "| What | ms | × | of Ruff | Memory, MB |", "|---|---:|---:|---:|---:|"]
    for result in results:
        of = seconds["Ruff: one file" if "one" in result.name else "Ruff: all files"]
        times = f"{result.seconds * 1000:.0f} | {result.seconds / floor:.1f} | {result.seconds / of:.1f}"
        lines.append(f"| {result.name} | {times} | {result.memory / 2**20:.0f} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
