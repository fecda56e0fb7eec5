"""`make bench`: the compiler against an empty start of Python, in one run, so that the ratios hold on any machine."""

import os
import platform
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from tooling.bench import workspace
from tooling.bench.measure import ROOT, Result, Task, measure

PAGE = Path(__file__).parent / "results" / "compiler.md"
EXAMPLE = ROOT / "spec_examples" / "monorepo"
FLOOR = "an empty start: `python -c pass`"
EDITED = 150
"""The domain that is edited before each run of the hook."""

TITLE = "# The compiler, measured\n"
ABOUT = """
Made by `make bench`: medians of {rounds} interleaved runs on {machine}. Times are those of whole
processes; **×** is the ratio to an empty start of Python in the same run, which is what may be compared between
machines. Memory is the highest resident set of any run.

The large workspace has {services} services, {domains} domains, {operations} operations and {models} models in
{files} files; the small one is `spec_examples/{example}` with {few}.
"""


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m tooling.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="measured repetitions of each command")
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory(prefix="autogen-bench-") as folder:
        results = measure(list(tasks(Path(folder))), rounds)
        text = told(results, rounds, Path(folder))
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text, end="")
    return 0


def tasks(folder: Path) -> Iterator[Task]:
    """Cold: nothing of an earlier run is left. Warm: after a `generate`, as a hook finds a workspace."""
    cold, warm, small = folder / "cold", folder / "warm", folder / "small"
    workspace.make(cold)
    workspace.make(warm)
    shutil.copytree(EXAMPLE, small, ignore=shutil.ignore_patterns(".autogen", "generated"))
    yield Task(FLOOR, [sys.executable, "-c", "pass"])
    yield Task("large: `validate`, cold", autogen("validate", cold), lambda _: clean(cold))
    yield Task("large: `generate`, cold", autogen("generate", cold), lambda _: clean(cold))
    yield from series("large", warm, workspace.spec(warm, EDITED))
    yield from series("small", small, small / "services/orders/spec/routers/orders.yaml")


def series(size: str, root: Path, path: Path) -> Iterator[Task]:
    """Each leaves the workspace as the next one needs it, and the last as the first one does."""
    text = path.read_text(encoding="utf-8")

    def edit(why: str, turn: int) -> None:
        path.write_text(f"# {why} {turn}\n{text}", encoding="utf-8")

    yield Task(f"{size}: `generate` after an edit", autogen("generate", root), lambda turn: edit("write", turn))
    yield Task(f"{size}: `generate`, nothing to do", autogen("generate", root))
    yield Task(f"{size}: `generate --check`, nothing to do", autogen("generate", root, "--check"))
    hook = autogen("validate", root, str(path))
    yield Task(f"{size}: `validate PATH` after an edit, as a hook", hook, lambda turn: edit("hook", turn))


def autogen(verb: str, root: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "framework", verb, "--root", str(root), *words]


def clean(root: Path) -> None:
    """What a run has left, without the specs."""
    for path in (".autogen", ".vscode", "shared/generated", *(f"services/{name}/src" for name in workspace.names())):
        shutil.rmtree(root / path, ignore_errors=True)
    for page in root.rglob("AGENTS.md"):
        page.unlink()


def told(results: Sequence[Result], rounds: int, folder: Path) -> str:
    floor = results[0].seconds
    lines = [TITLE + ABOUT.format(**facts(rounds, folder)), "| What | ms | × | Memory, MB |", "|---|---:|---:|---:|"]
    for result in results:
        times = f"{result.seconds * 1000:.0f} | {result.seconds / floor:.1f}"
        lines.append(f"| {result.name} | {times} | {result.memory / 2**20:.0f} |")
    return "\n".join([*lines, ""])


def facts(rounds: int, folder: Path) -> dict[str, object]:
    return {
        "rounds": rounds,
        "machine": f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores",
        "services": workspace.SERVICES,
        "domains": workspace.SERVICES * workspace.DOMAINS,
        "operations": f"{workspace.SERVICES * workspace.DOMAINS * workspace.OPERATIONS:,}",
        "models": workspace.MODELS,
        "files": specs(folder / "cold"),
        "example": EXAMPLE.name,
        "few": specs(folder / "small"),
    }


def specs(root: Path) -> int:
    return sum(1 for path in root.rglob("*.yaml") if ".autogen" not in path.parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
