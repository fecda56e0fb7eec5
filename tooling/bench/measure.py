"""The wall time, the CPU time and the peak memory of a process, as the kernel counts them."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BYTES = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in. It is never less than what this process has at the moment of the start."""

# What would slow the compiler down, or have it print for another reader than a terminal.
FOREIGN = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONDEVMODE", "GITHUB_ACTIONS")


@dataclass(frozen=True, slots=True)
class Task:
    """`prepare` brings about, unmeasured, what the command is to find; it gets the number of the repetition. `floor` is
    the name of the task that does the least which this one could."""

    name: str
    command: Sequence[str]
    prepare: Callable[[int], None] = lambda _: None
    code: int = 0
    floor: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    seconds: float
    memory: int
    cpu: float = 0
    floor: str = ""


def measure(tasks: Sequence[Task], rounds: int) -> list[Result]:
    """Medians. The tasks take turns, so that a slow moment of the machine falls on all of them."""
    seconds: dict[str, list[float]] = {task.name: [] for task in tasks}
    cpu: dict[str, list[float]] = {task.name: [] for task in tasks}
    memory: dict[str, int] = {}
    for turn in range(rounds + 1):
        for task in tasks:
            task.prepare(turn)
            took, usage = _once(task)
            memory[task.name] = max(usage.ru_maxrss * BYTES, memory.get(task.name, 0))
            # The first turn compiles modules and fills the caches of the disk.
            if turn:
                seconds[task.name].append(took)
                cpu[task.name].append(usage.ru_utime + usage.ru_stime)
    return [
        Result(task.name, median(seconds[task.name]), memory[task.name], median(cpu[task.name]), task.floor)
        for task in tasks
    ]


def _once(task: Task) -> tuple[float, resource.struct_rusage]:
    environment = {key: value for key, value in os.environ.items() if key not in FOREIGN} | {"PYTHONPATH": str(ROOT)}
    before = time.perf_counter()
    process = subprocess.Popen(task.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != task.code:
        raise RuntimeError(f"{task.name}: ended with {process.returncode}: {' '.join(task.command)}")
    return took, usage
