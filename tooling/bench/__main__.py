"""`make bench`: the compiler against an empty start of Python, in one run, so that the ratios hold on any machine."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tooling.bench import ground, workspace
from tooling.bench.measure import ROOT, Result, Task, measure
from tooling.bench.workspace import HUGE, LARGE, Size

PAGE = Path(__file__).parent / "results" / "compiler.md"
EXAMPLE = ROOT / "spec_examples" / "monorepo"
FLOOR = "an empty start: `python -c pass`"
EDITED = 150
"""The domain that is edited before each run of the hook."""

TITLE = "# The compiler, measured\n"
ABOUT = """
Made by `make bench`: medians of {rounds} interleaved runs on {machine}, under a load of {load}
(alone it would be 1). Times are those of whole processes; **×** is the ratio to an empty start of Python in the same
run, and **× floor** that of the CPU times to a process which does the least that the command could. Only ratios may be
compared between machines. Memory is the highest resident set of any run.

The floor of a cold `generate` parses the same specs with the C parser of PyYAML and writes the same bytes to as many
files; that of a run with nothing to do asks the disk about every input and every output, and opens none. What an
earlier run has written is moved aside before a cold one: after a deletion ext4 would be slow to make files, for both.

| Workspace | Services | Domains | Operations | Models | Spec files |
|---|---:|---:|---:|---:|---:|
{sizes}
| small: `spec_examples/{example}` | | | | | {few} |
"""


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m tooling.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="measured repetitions of each command")
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory(prefix="autogen-bench-") as folder:
        results = measure(list(tasks(Path(folder))), rounds)
        text = told(results, facts(rounds, Path(folder)))
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text, end="")
    return 0


def tasks(folder: Path) -> Iterator[Task]:
    """Cold: nothing of an earlier run is left. Warm: after a `generate`, as a hook finds a workspace."""
    small = folder / "small"
    shutil.copytree(EXAMPLE, small, ignore=shutil.ignore_patterns(".autogen", "generated"))
    yield Task(FLOOR, [sys.executable, "-c", "pass"])
    yield from sized("large", folder, LARGE)
    yield from sized("huge", folder, HUGE)
    yield from series("small", small, small / "services/orders/spec/routers/orders.yaml")


def sized(name: str, folder: Path, size: Size) -> Iterator[Task]:
    """What is measured beside the least that a compiler must do."""
    cold, warm, gone = folder / f"{name}-cold", folder / f"{name}-warm", folder / f"{name}-gone"
    for root in (cold, warm):
        workspace.make(root, size)
    subprocess.run([*autogen("generate", warm), "--quiet"], cwd=ROOT, check=True)
    floor = ground.lay(warm, folder / f"{name}-floor")

    def clean(turn: int) -> None:
        aside(made(cold, size), gone)

    least, still = f"{name}: the floor of a cold `generate`", f"{name}: the floor of one with nothing to do"
    yield Task(least, floor.cold, lambda _: aside([floor.target], gone))
    yield Task(f"{name}: `validate`, cold", autogen("validate", cold), clean)
    yield Task(f"{name}: `generate`, cold", autogen("generate", cold), clean, floor=least)
    yield Task(still, floor.idle)
    yield from series(name, warm, workspace.spec(warm, EDITED, size), still)


def series(size: str, root: Path, path: Path, floor: str = "") -> Iterator[Task]:
    """Each leaves the workspace as the next one needs it, and the last as the first one does."""
    text = path.read_text(encoding="utf-8")

    def edit(why: str, turn: int) -> None:
        path.write_text(f"# {why} {turn}\n{text}", encoding="utf-8")

    yield Task(f"{size}: `generate` after an edit", autogen("generate", root), lambda turn: edit("write", turn))
    yield Task(f"{size}: `generate`, nothing to do", autogen("generate", root), floor=floor)
    yield Task(f"{size}: `generate --check`, nothing to do", autogen("generate", root, "--check"), floor=floor)
    hook = autogen("validate", root, str(path))
    yield Task(f"{size}: `validate PATH` after an edit, as a hook", hook, lambda turn: edit("hook", turn))


def autogen(verb: str, root: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "framework", verb, "--root", str(root), *words]


def made(root: Path, size: Size) -> list[Path]:
    """What a run has left beside the specs."""
    services = [f"services/{name}/{part}" for name in workspace.names(size) for part in ("src", "tests")]
    common = (".autogen", ".vscode", ".env.example", "shared/generated")
    return [*(root / path for path in (*common, *services)), *root.rglob("AGENTS.md")]


def aside(paths: Iterable[Path], gone: Path) -> None:
    """Moved and not deleted: ext4 gives a number away again only minutes after its file has gone, and whoever makes
    files in the meantime passes over all of those one by one. That can be most of the time of a run."""
    gone.mkdir(exist_ok=True)
    for path in filter(Path.exists, paths):
        path.rename(tempfile.mkdtemp(dir=gone) + "/" + path.name)


def told(results: Sequence[Result], known: Mapping[str, object]) -> str:
    start, cpu = results[0].seconds, {result.name: result.cpu for result in results}
    lines = [TITLE + ABOUT.format(**known), "| What | ms | CPU, ms | × | × floor | Memory, MB |"]
    lines.append("|---|---:|---:|---:|---:|---:|")
    for result in results:
        times = f"{result.seconds * 1000:.0f} | {result.cpu * 1000:.0f} | {result.seconds / start:.1f}"
        least = f"{result.cpu / cpu[result.floor]:.2f}" if result.floor else ""
        lines.append(f"| {result.name} | {times} | {least} | {result.memory / 2**20:.0f} |")
    return "\n".join([*lines, ""])


def facts(rounds: int, folder: Path) -> dict[str, object]:
    return {
        "rounds": rounds,
        "machine": f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores",
        "load": f"{os.getloadavg()[1]:.1f}",
        "sizes": "\n".join(row(name, size, folder) for name, size in (("large", LARGE), ("huge", HUGE))),
        "example": EXAMPLE.name,
        "few": specs(folder / "small"),
    }


def row(name: str, size: Size, folder: Path) -> str:
    counts = (size.services, len(size.numbers), size.operations, size.models, specs(folder / f"{name}-cold"))
    return f"| {name} | {' | '.join(f'{count:,}' for count in counts)} |"


def specs(root: Path) -> int:
    return sum(1 for path in root.rglob("*.yaml") if ".autogen" not in path.parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
