"""The only thing that prints. Results go to stdout, progress to stderr and only where a person watches."""

import contextlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TextIO

from framework.cli.refusal import Refusal
from framework.cli.stream import Stream
from framework.cli.workspace import root_of
from framework.diagnostics import Diagnostic

Format = Literal["text", "json", "github", "sarif"]
Color = Literal["auto", "always", "never"]

FORMATS: tuple[Format, ...] = ("text", "json", "github", "sarif")
COLORS: tuple[Color, ...] = ("auto", "always", "never")
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options, as they were given."""

    root: str | None = None
    output: Format = "text"
    color: Color = "auto"
    quiet: bool = False
    strict: bool = False


def _no_lines(path: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes with the findings of a run: `files` is how many were read, `lines` gives the text of a file to be
    underlined, `extra` are further keys of the JSON document, `done` is said in text output when nothing failed,
    `notes` are said there in any case, before the sum of the findings."""

    files: int = 0
    lines: Callable[[str], Sequence[str]] = _no_lines
    extra: Mapping[str, object] = field(default_factory=dict)
    done: str = ""
    notes: tuple[str, ...] = ()


class Console:
    """`format`, `quiet` and `strict` are what was asked for; `color` is what came of it."""

    def __init__(
        self,
        settings: Settings,
        environ: Mapping[str, str] = os.environ,
        out: TextIO | None = None,
        err: TextIO | None = None,
    ) -> None:
        self.format = settings.output
        self.quiet = settings.quiet
        self.strict = settings.strict
        self._settings = settings
        self._environ = environ
        self._out = Stream(out if out is not None else sys.stdout)
        self._err = Stream(err if err is not None else sys.stderr, may_fail=True)
        self._root: Path | None = None
        self.color = settings.output == "text" and _colored(settings.color, environ, self._out.is_terminal)

    @property
    def root(self) -> Path:
        """The root of the workspace; raises Refusal where there is none."""
        if self._root is None:
            self._root = root_of(self._settings.root)
        return self._root

    def show(self, text: str) -> None:
        """The result itself: a page, a diff, a document. Printed as it is, in every format."""
        self._out.write(text if text.endswith("\n") else text + "\n")

    def say(self, text: str) -> None:
        """A line for a person: left out with --quiet and where a program reads."""
        if self.format == "text" and not self.quiet:
            self.show(text)

    def progress(self, text: str) -> None:
        """What is being done, for who waits at a terminal."""
        if self._err.is_terminal and not self.quiet:
            self._err.write(text + "\n")

    def note(self, text: str) -> None:
        """What a person should know and no program reads."""
        if not self.quiet:
            self._err.write(text + "\n")

    def finish(self, diagnostics: Sequence[Diagnostic], outcome: Outcome | None = None) -> int:
        """Show what was found, in the format that was asked for, and give the exit code: 1 for an error, and with
        --strict for a warning."""
        outcome = outcome or Outcome()
        failed = any(self.strict or found.code.severity == "error" for found in diagnostics)
        getattr(self, f"_{self.format}")(diagnostics, outcome)
        if not failed and outcome.done:
            self.say(outcome.done)
        return 1 if failed else 0

    def refuse(self, message: str, hint: str = "") -> int:
        """Say in one sentence why the command could not run. The document that a program expects is still one."""
        from framework.diagnostics.excerpt import printable

        told = f"autogen: {message}\n  {hint}" if hint else f"autogen: {message}"
        self._err.write("".join(f"{printable(line)}\n" for line in told.split("\n")))
        with contextlib.suppress(Refusal):  # that nothing can be written may be why there is no result
            self._failure(message)
        return 2

    def _failure(self, message: str) -> None:
        """The document of a run without a result."""
        if self.format == "json":
            from framework.diagnostics import json

            self.show(json.render([], 0, {"failure": message}))
        elif self.format == "sarif":
            from framework.diagnostics import sarif

            self.show(sarif.render([], failure=message))
        elif self.format == "github":
            from framework.diagnostics import github

            self.show(github.failure(message))

    def _text(self, diagnostics: Sequence[Diagnostic], outcome: Outcome) -> None:
        from framework.diagnostics import text
        from framework.diagnostics.excerpt import printable

        if diagnostics:
            style = text.Style(self.color, self.width, brief=self.quiet)
            self.show(text.render(diagnostics, outcome.lines, style, outcome.notes))
            return
        for note in outcome.notes:
            self.say(printable(note))

    def _json(self, diagnostics: Sequence[Diagnostic], outcome: Outcome) -> None:
        from framework.diagnostics import json

        self.show(json.render(diagnostics, outcome.files, outcome.extra))

    def _github(self, diagnostics: Sequence[Diagnostic], outcome: Outcome) -> None:
        from framework.diagnostics import github

        if diagnostics:
            self.show(github.render(diagnostics, self._prefix()))

    def _sarif(self, diagnostics: Sequence[Diagnostic], outcome: Outcome) -> None:
        from framework.diagnostics import sarif

        self.show(sarif.render(diagnostics, self._prefix()))

    @property
    def width(self) -> int:
        """Fixed where there is no terminal, so that a file of the output does not depend on who made it."""
        try:
            return max(40, os.get_terminal_size().columns)
        except OSError:
            return WIDTH

    def _prefix(self) -> str:
        """The way from the checkout to the workspace: GitHub looks up files from the checkout."""
        checkout = self._environ.get("GITHUB_WORKSPACE")
        if not checkout or self._root is None:
            return ""
        way = os.path.relpath(os.path.realpath(self._root), os.path.realpath(checkout))
        return "" if way == "." or way.startswith("..") else way.replace(os.sep, "/") + "/"


def _colored(asked: Color, environ: Mapping[str, str], terminal: bool) -> bool:
    """https://no-color.org and https://force-color.org: both count only where they are not empty."""
    if asked != "auto":
        return asked == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return terminal and environ.get("TERM") != "dumb"
