"""Many inputs, with counts: `python -m tests.fuzz [--count N] [--seed N] [--only N]`. Ends with 1 if one failed."""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from framework import catalogue
from tests.fuzz import corpus, mutations
from tests.fuzz.corpus import Tree
from tests.fuzz.trial import Outcome, attempt, lay, repaired

COUNT = 20_000
CHUNK = 250
TRIES = 200
ROUNDS = 12
FIXES = 7
INVENTED = 4
SHOWN = 5


@dataclass
class Tally:
    """What a run has met. A failure is kept once for each kind."""

    sound: int = 0
    faulty: int = 0
    slowest: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)
    failures: dict[str, tuple[int, str]] = field(default_factory=dict)
    failed: int = 0

    def add(self, number: int, outcome: Outcome) -> None:
        self.slowest = max(self.slowest, outcome.seconds)
        self.codes.update({found.code.id for found in outcome.found})
        if outcome.why:
            self.failed += 1
            self.failures.setdefault(outcome.kind, (number, outcome.why))
        elif outcome.found:
            self.faulty += 1
        else:
            self.sound += 1

    def merge(self, other: "Tally") -> None:
        self.sound += other.sound
        self.faulty += other.faulty
        self.failed += other.failed
        self.slowest = max(self.slowest, other.slowest)
        self.codes.update(other.codes)
        for kind, failure in other.failures.items():
            self.failures.setdefault(kind, failure)


class Fuzz:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.seeds = corpus.seeds()
        self.weights = [seed.weight for seed in self.seeds]
        self.words = corpus.words(self.seeds)
        self.trees = [seed.tree for seed in self.seeds]

    def input(self, number: int) -> Tree:
        chance = random.Random(f"{self.seed}:{number}")
        if number % INVENTED == 0:
            return mutations.invented(chance)
        tree = chance.choices(self.seeds, self.weights)[0].tree
        return mutations.mutated(tree, chance, self.words, self.trees)

    def run(self, numbers: range) -> Tally:
        tally = Tally()
        with tempfile.TemporaryDirectory(prefix="autogen-fuzz-") as scratch:
            for number in numbers:
                tree = self.input(number)
                outcome = attempt(tree, Path(scratch) / "workspace", shown=number % SHOWN == 0)
                if not outcome.why and number % FIXES == 0:
                    outcome = settled(tree, outcome, Path(scratch) / "workspace")
                tally.add(number, outcome)
        return tally


def settled(tree: Tree, outcome: Outcome, folder: Path) -> Outcome:
    """Carry out safe fixes until there are none. They may uncover faults, but break no file and come to an end."""
    first, readable = outcome, unreadable(outcome)
    for _ in range(ROUNDS):
        fixed = repaired(tree, outcome.found)
        if fixed == tree:
            return first
        tree, outcome = fixed, attempt(fixed, folder)
        if outcome.why:
            return Outcome(f"after safe fixes: {outcome.why}", f"after safe fixes: {outcome.kind}")
        broken = unreadable(outcome) - readable
        if broken and not readable:
            return Outcome(f"a safe fix breaks a file: {sorted(broken)}", "a safe fix breaks a file")
    return Outcome("safe fixes find no end", "safe fixes find no end")


def unreadable(outcome: Outcome) -> set[tuple[str, str]]:
    return {(found.span.file, found.code.id) for found in outcome.errors if found.code.id.startswith("SRC")}


def smaller(tree: Tree, kind: str, folder: Path) -> Tree:
    """Leave out files and lines for as long as the failure stays the same."""
    budget = TRIES

    def fails(candidate: Tree) -> bool:
        nonlocal budget
        budget -= 1
        return budget > 0 and attempt(candidate, folder).kind == kind

    for path in sorted(tree):
        candidate = {other: text for other, text in tree.items() if other != path}
        if fails(candidate):
            tree = candidate
    for path in sorted(tree):
        size = max(1, tree[path].count(b"\n") // 2)
        while size and budget > 0:
            lines = tree[path].splitlines(keepends=True)
            for start in range(0, len(lines), size):
                candidate = {**tree, path: b"".join(lines[:start] + lines[start + size :])}
                if fails(candidate):
                    tree = candidate
                    break
            else:
                size //= 2
    return tree


_FUZZ: dict[int, Fuzz] = {}


def chunk(seed: int, start: int, end: int) -> Tally:
    if seed not in _FUZZ:
        _FUZZ[seed] = Fuzz(seed)
    return _FUZZ[seed].run(range(start, end))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="run the one input of that number, and show it")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    given = parser.parse_args(arguments)
    if given.only is not None:
        return single(given.seed, given.only)
    started = time.monotonic()
    tally = Tally()
    starts = range(0, given.count, CHUNK)
    with ProcessPoolExecutor(given.jobs) as pool:
        ends = [min(start + CHUNK, given.count) for start in starts]
        for part in pool.map(chunk, [given.seed] * len(starts), starts, ends):
            tally.merge(part)
    unmet = sorted(code for code in catalogue.codes() if code[:3] in ("SRC", "SPC", "LOW") and code not in tally.codes)
    print(f"{given.count} inputs of seed {given.seed} in {time.monotonic() - started:.0f} s:")
    print(f"{tally.sound} sound, {tally.faulty} with diagnostics, {tally.failed} failed;")
    print(f"{len(tally.codes)} codes met, slowest input {tally.slowest:.2f} s")
    print(f"codes that none of them met: {', '.join(unmet) or 'none'}")
    for kind, (number, why) in tally.failures.items():
        print(f"\nFAILED {kind}\n{why}\n  {kept(given.seed, number, kind)}")
    return 1 if tally.failures else 0


def kept(seed: int, number: int, kind: str) -> str:
    """Put a failing input, made smaller, into a folder, and say where."""
    folder = Path(tempfile.mkdtemp(prefix=f"autogen-fuzz-{seed}-{number}-"))
    lay(smaller(Fuzz(seed).input(number), kind, folder / "try"), folder / "workspace")
    return f"again: python -m tests.fuzz --seed {seed} --only {number}\n  its workspace: {folder / 'workspace'}"


def single(seed: int, number: int) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        tree = Fuzz(seed).input(number)
        outcome = attempt(tree, Path(scratch) / "workspace")
        if not outcome.why:
            outcome = settled(tree, outcome, Path(scratch) / "workspace")
    for path, text in tree.items():
        print(f"=== {path}\n{text.decode('utf-8', 'backslashreplace')}")
    print(outcome.why or "it does not fail")
    return 1 if outcome.why else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
