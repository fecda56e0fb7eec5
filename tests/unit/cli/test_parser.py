"""The command line: what is accepted where, and what a slip is answered with."""

from argparse import Namespace

import pytest

from framework.cli.app import commands
from framework.cli.parser import build, children, described
from framework.cli.refusal import Refusal

COMMANDS = commands()


def parsed(*words: str) -> Namespace:
    return build(COMMANDS).parse_args(words)


@pytest.mark.parametrize(
    "words",
    [("--root", "x", "--output", "json", "-q", "validate"), ("validate", "--root", "x", "--output", "json", "--quiet")],
)
def test_global_options_stand_before_the_verb_or_behind_it(words: tuple[str, ...]) -> None:
    found = parsed(*words)
    assert (found.root, found.output, found.quiet) == ("x", "json", True)


def test_what_stands_behind_the_verb_counts() -> None:
    assert parsed("--root", "a", "validate", "--root", "b").root == "b"


def test_what_is_not_given_is_not_there() -> None:
    assert not {"root", "output", "color", "quiet"} & set(vars(parsed("validate")))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["validat"], "did you mean 'validate'?"),
        (["validate", "--output", "jsn"], "did you mean 'json'?"),
        (["validate", "--fxi"], "did you mean '--fix'?"),
        (["validate", "--outptu=json"], "did you mean '--output'?"),
        (["schema", "exprot"], "did you mean 'export'?"),
        (["reference", "specs"], "did you mean 'spec'?"),
        (["frobnicate"], "see `autogen --help`"),
        (["validate", "--fi"], "did you mean '--fix'?"),
        (["validate", "--root"], "see `autogen validate --help`"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(words: list[str], hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        parsed(*words)
    assert refused.value.hint == hint


def test_every_verb_is_a_row_of_the_help() -> None:
    verbs = list(children(build(COMMANDS)))
    assert verbs == [command.name for command in COMMANDS] == sorted(verbs)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_verb_says_what_it_does_and_shows_it(command: object) -> None:
    [one] = [found for found in COMMANDS if found is command]
    assert one.help[0].islower()
    assert not one.help.endswith(".")
    for line in one.example.splitlines():
        words = line.split("  ")[0].split(" > ")[0].split()
        assert words[0] == "autogen"
        parsed(*words[1:])
    for action in described(children(build(COMMANDS))[one.name]):
        assert action.help, f"{action.dest} is not explained"
