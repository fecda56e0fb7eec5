"""Each feature folder is taken for exactly the project that it expects, and what it warns of is expected too."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from framework import ir
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.dump import dump
from tests.feature import FEATURES, Feature, features, texts_in

IN_FEATURE = {"spec", "expected", "arrange.py"}
SPELLINGS = (ir.Name, ir.Scalar)
"""What is the same wherever it stands: a name in its spellings, a row of the table of scalars."""


@pytest.mark.parametrize("feature", features(), ids=lambda feature: feature.name)
def test_feature(feature: Feature) -> None:
    texts = feature.texts()
    assert "project.txt" in texts, texts["diagnostics.txt"]
    assert texts == texts_in(feature.expected)


@pytest.mark.parametrize("feature", features(), ids=lambda feature: feature.name)
def test_a_feature_is_a_folder_of_known_things(feature: Feature) -> None:
    assert re.fullmatch(r"[a-z0-9.]+(-[a-z0-9.]+)*", feature.name)
    inside = {path.name for path in feature.folder.iterdir() if path.name != "__pycache__"}
    assert inside <= IN_FEATURE
    assert inside > {"expected"}


def test_features_hold_only_features() -> None:
    assert not [stray.name for stray in FEATURES.iterdir() if not stray.is_dir()]


def test_features_become_files() -> None:
    """What the language allows no generator stumbles over."""
    report = Report()
    assert all(compile_files(project, report) for project in projects())
    assert not report.diagnostics


def test_the_dump_tells_everything() -> None:
    """Put something else into each attribute of the project in turn: the text of it cannot stay as it was."""
    found = {type(part): (project, part) for project in projects() for part in parts(project)}
    assert set(found) == {kind for kind in vars(ir).values() if is_dataclass(kind)} - set(SPELLINGS)
    assert not [f"{kind.__name__}.{name}" for kind, (project, part) in found.items() for name in untold(project, part)]


def projects() -> Iterator[ir.Project]:
    for feature in features():
        if (feature.folder / "spec").is_dir() and (made := compile_project(feature.folder / "spec", Report()).project):
            yield made


def parts(project: ir.Project) -> Iterator[object]:
    """Every object that a project is made of, once."""
    waiting: list[object] = [project]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting += part
        elif type(part).__module__.startswith("framework.ir.") and is_dataclass(part) and id(part) not in seen:
            seen.add(id(part))
            waiting += [] if isinstance(part, SPELLINGS) else [getattr(part, field.name) for field in fields(part)]
            yield from () if isinstance(part, SPELLINGS) else (part,)


def untold(project: ir.Project, part: object) -> Iterator[str]:
    text = dump(project)
    for field in fields(part):  # type: ignore[arg-type]  # `parts` gives dataclasses only
        if field.name == "span":
            continue
        kept = getattr(part, field.name)
        object.__setattr__(part, field.name, not kept if isinstance(kept, bool) else Stranger())
        if not differs(project, text):
            yield field.name
        object.__setattr__(part, field.name, kept)


class Stranger:
    """What belongs nowhere."""


def differs(project: ir.Project, text: str) -> bool:
    try:
        return dump(project) != text
    except (AttributeError, TypeError):
        return True
