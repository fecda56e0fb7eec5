"""What the documents say about the command is true."""

import re
from argparse import ArgumentParser

import pytest

from framework.cli.app import commands
from framework.cli.parser import build, children
from tests.repository import ROOT

DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "AGENTS.md",
    "Makefile",
    ".pre-commit-hooks.yaml",
    ".pre-commit-config.yaml",
)
CALL = re.compile(r"(?:`|\$ |bin/|entry: |^ *)autogen +([a-z-]+|--[a-z-]+)([^`\n]*)", re.MULTILINE)


EXAMPLE = re.compile(r"^```diff\n.*?^```", re.MULTILINE | re.DOTALL)
"""A command that someone might add."""


def calls(document: str) -> list[tuple[str, str]]:
    return CALL.findall(EXAMPLE.sub("", (ROOT / document).read_text(encoding="utf-8")))


def options(parser: ArgumentParser) -> set[str]:
    return {word for action in parser._actions for word in action.option_strings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_call_is_one_that_the_command_takes(document: str) -> None:
    parser = build(commands())
    verbs = children(parser)
    for verb, rest in calls(document):
        assert verb in verbs, f"autogen {verb}"
        asked = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest))
        assert asked <= options(verbs[verb]), f"autogen {verb}{rest}"


def test_calls_are_found() -> None:
    assert len(calls("README.md")) > len(commands())


def test_the_readme_has_a_row_for_every_verb() -> None:
    rows = re.findall(r"^\| `autogen ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == [command.name for command in commands()]
