"""The console alone: a test of the whole command has neither a terminal nor a full disk at hand."""

import errno
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from framework.cli.console import COLORS, FORMATS, Color, Console, Format, Outcome, Settings
from framework.cli.refusal import Refusal
from framework.diagnostics import Code, Diagnostic, Span

ERROR = Code("LOW001", "fault", "wrong", "Why.", "do it")
WARNING = Code("LOW002", "smell", "odd", "Why.", "do it", severity="warning")
ONE_ERROR = [Diagnostic(ERROR, Span("a.yaml", 2, 3, 2, 4), "wrong", "")]
ONE_WARNING = [Diagnostic(WARNING, Span("a.yaml", 2, 3, 2, 4), "odd", "")]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Full(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def console(out: io.StringIO, environ: Mapping[str, str] | None = None, **settings: object) -> Console:
    return Console(Settings(**settings), environ or {}, out, io.StringIO())  # type: ignore[arg-type]  # typed in Settings


@pytest.mark.parametrize(
    ("color", "terminal", "environ", "colored"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color(color: Color, terminal: bool, environ: dict[str, str], colored: bool) -> None:
    out = Terminal() if terminal else io.StringIO()
    made = console(out, environ, color=color)
    assert made.color is colored
    made.finish(ONE_ERROR)
    assert ("\x1b[" in out.getvalue()) is colored


@pytest.mark.parametrize("output", [output for output in FORMATS if output != "text"])
def test_documents_have_no_color(output: Format) -> None:
    out = Terminal()
    made = console(out, output=output, color="always")
    assert not made.color
    made.finish(ONE_ERROR)
    assert "\x1b[" not in out.getvalue()


@pytest.mark.parametrize("output", FORMATS)
def test_exit_codes(output: Format) -> None:
    assert console(io.StringIO(), output=output).finish([]) == 0
    assert console(io.StringIO(), output=output).finish(ONE_WARNING) == 0
    assert console(io.StringIO(), output=output, strict=True).finish(ONE_WARNING) == 1
    assert console(io.StringIO(), output=output).finish(ONE_ERROR) == 1


def test_what_is_done_is_said_unless_it_failed() -> None:
    for found, said in (([], True), (ONE_WARNING, True), (ONE_ERROR, False)):
        out = io.StringIO()
        console(out).finish(found, Outcome(done="all done"))
        assert ("all done" in out.getvalue()) is said


def test_notes_are_said_in_text_alone() -> None:
    for output, said in (("text", True), ("json", False), ("github", False), ("sarif", False)):
        out = io.StringIO()
        console(out, output=output).finish([], Outcome(notes=("by the way",)))
        assert ("by the way" in out.getvalue()) is said


def test_quiet_leaves_findings_alone() -> None:
    out = io.StringIO()
    made = console(out, quiet=True)
    made.say("a line")
    made.finish(ONE_ERROR, Outcome(done="done", notes=("note",)))
    assert out.getvalue().splitlines() == ["a.yaml:2:3: error LOW001: wrong"]


def test_a_line_for_people_is_not_in_a_document() -> None:
    out = io.StringIO()
    made = console(out, output="json")
    made.say("a line")
    made.finish([], Outcome(4, extra={"changes": []}))
    assert json.loads(out.getvalue())["changes"] == []


def test_progress_is_for_who_watches() -> None:
    for err, said in ((Terminal(), True), (io.StringIO(), False)):
        Console(Settings(), {}, io.StringIO(), err).progress("reading")
        assert bool(err.getvalue()) is said


def test_a_full_disk_is_said_in_one_sentence() -> None:
    with pytest.raises(Refusal, match="the result cannot be written: No space left"):
        console(Full()).show("text")


def test_a_reader_that_went_away_ends_the_output_and_not_the_command() -> None:
    made = console(Gone())
    made.show("one")
    assert made.finish(ONE_ERROR) == 1


def test_what_the_encoding_lacks_is_escaped() -> None:
    raw = io.BytesIO()
    made = Console(Settings(), {}, io.TextIOWrapper(raw, encoding="ascii"), io.StringIO())
    made.show("имя \udcff")
    assert raw.getvalue() == b"\\u0438\\u043c\\u044f \\udcff\n"


def test_github_gets_paths_from_the_checkout(tmp_path: Path) -> None:
    root = tmp_path / "apps" / "shop"
    root.mkdir(parents=True)
    (root / "services.yaml").touch()
    for checkout, path in ((tmp_path, "apps/shop/a.yaml"), (root, "a.yaml"), (tmp_path / "elsewhere", "a.yaml")):
        out = io.StringIO()
        made = console(out, {"GITHUB_WORKSPACE": str(checkout)}, output="github", root=str(root))
        assert made.root == root
        made.finish(ONE_ERROR)
        assert f"file={path}," in out.getvalue()


@pytest.mark.parametrize("output", FORMATS)
def test_a_refusal_is_exit_two_and_still_a_document(output: Format) -> None:
    out, err = io.StringIO(), io.StringIO()
    assert Console(Settings(output=output), {}, out, err).refuse("no", "do this") == 2
    assert err.getvalue() == "autogen: no\n  do this\n"
    if output in ("json", "sarif"):
        assert "no" in json.dumps(json.loads(out.getvalue()))


def test_the_tables_of_words_are_those_of_the_types() -> None:
    assert set(FORMATS) == set(Format.__args__)  # type: ignore[attr-defined]  # a Literal has its words there
    assert set(COLORS) == set(Color.__args__)  # type: ignore[attr-defined]  # a Literal has its words there
