"""A project that is remembered is the one that was compiled. A unit test, for nothing of it can be seen outside."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from framework.diagnostics import Report
from framework.lint import recall
from framework.pipeline import compile_project
from tests.repository import ROOT

EXAMPLE = ROOT / "spec_examples/monorepo"


def test_a_project_comes_back_as_it_was(tmp_path: Path) -> None:
    project = compile_project(EXAMPLE, Report()).project
    assert project is not None
    key = recall.state(EXAMPLE)
    (tmp_path / recall.FILE).parent.mkdir(parents=True)
    (tmp_path / recall.FILE).write_bytes(recall.entry(project, key))
    found = recall.project(tmp_path, key)
    assert told(found) == told(project)
    assert recall.project(tmp_path, "0" * len(key)) is None


def test_every_part_of_a_project_has_a_place() -> None:
    """What the IR gains is remembered without a change here."""
    assert {"Project", "Operation", "Field", "Variant"} <= set(recall.NAMED)
    assert recall.WORDS[recall.NAMED["Project"]] == tuple(field.name for field in fields(recall.NAMED["Project"]))


def told(value: Any) -> list[object]:
    """All that hangs together with a value, each object once, by the order in which it is met."""
    numbers: dict[int, int] = {}
    rows: list[object] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, (tuple, list)):
            rows.append((type(each).__name__, len(each)))
            waiting += each
        elif isinstance(each, (set, frozenset)):
            rows.append(sorted(map(str, each)))
        elif not is_dataclass(each) or isinstance(each, type):
            rows.append((type(each).__name__, str(each)))
        elif id(each) in numbers:
            rows.append(numbers[id(each)])
        else:
            numbers[id(each)] = len(numbers)
            rows.append(type(each).__name__)
            waiting += [getattr(each, field.name) for field in fields(each)]
    return rows
