"""Runs one suite of checks of this repository: `python -m tooling.checks lint | check | test | fmt`.

A suite runs to its end whatever fails, so that one run names every fault; the last line says which checks failed.
"""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Check:
    name: str
    command: tuple[str, ...]
    suites: tuple[str, ...]


CHECKS = (
    Check("fixes", ("ruff", "check", "--fix-only"), ("fmt",)),
    Check("layout", ("ruff", "format"), ("fmt",)),
    Check("style", ("ruff", "check"), ("lint", "check", "test")),
    Check("format", ("ruff", "format", "--check"), ("lint", "check", "test")),
    Check("types", ("mypy",), ("lint", "check", "test")),
    Check("layers", ("lint-imports", "--no-logo"), ("lint", "check", "test")),
    Check("guard", ("autogen", "lint", "--strict"), ("lint", "check", "test")),
    Check("generated files", ("autogen", "generate", "--check"), ("check", "test")),
    # On two cores three workers end first, for many tests wait for a process; within five minutes they have to.
    Check("tests", ("pytest", "-n", "3", "--dist", "worksteal"), ("test",)),
)


def main(arguments: list[str]) -> int:
    suites = sorted({suite for check in CHECKS for suite in check.suites})
    if len(arguments) != 1 or arguments[0] not in suites:
        print(f"usage: python -m tooling.checks {' | '.join(suites)}", file=sys.stderr)
        return 2
    started = time.monotonic()
    failed = [check.name for check in CHECKS if arguments[0] in check.suites and not passes(check)]
    seconds = time.monotonic() - started
    print(
        f"\n{arguments[0]}: failed: {', '.join(failed)}" if failed else f"\n{arguments[0]}: passed in {seconds:.0f} s"
    )
    return 1 if failed else 0


def passes(check: Check) -> bool:
    print(f"\n── {check.name}: {' '.join(check.command)}", flush=True)
    program, *rest = check.command
    return subprocess.run([BIN / program, *rest], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
