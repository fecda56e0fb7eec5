"""The page of a code: what `autogen explain` prints, for a person, as Markdown, and as data."""

import string
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from framework.diagnostics.code import Code

WIDTH = 96


@dataclass(frozen=True, slots=True)
class Section:
    """`sample` is YAML or Python and kept as it is; anything else is prose."""

    title: str
    body: str
    sample: bool = False


def text(code: Code) -> str:
    """The page for a terminal."""
    head = f"{code.id} {code.name} ({code.severity})"
    blocks = [f"{head}\n{'=' * len(head)}", _wrapped(open_words(code.message))]
    for section in sections(code):
        body = textwrap.indent(section.body, "  ") if section.sample else _wrapped(section.body)
        blocks.append(f"{section.title}\n{'-' * len(section.title)}\n{body}")
    return "\n\n".join(blocks) + "\n"


def markdown(code: Code) -> str:
    """The page for a reader of Markdown."""
    blocks = [f"# {code.id} `{code.name}`", f"{code.severity.capitalize()}: {literal(open_words(code.message))}"]
    for section in sections(code):
        body = f"```{language(section.body)}\n{section.body}\n```" if section.sample else literal(section.body)
        blocks.append(f"## {section.title}\n\n{body}")
    return "\n\n".join(blocks) + "\n"


def data(code: Code) -> Mapping[str, str]:
    """The page for a program; an example that a code does not have is left out."""
    page = {
        "code": code.id,
        "name": code.name,
        "severity": code.severity,
        "message": open_words(code.message),
        **({"what": code.what} if code.what else {}),
        "why": code.why,
        "remedy": open_words(code.remedy),
    }
    return page | {name: sample for name, sample in (("bad", code.bad), ("good", code.good)) if sample}


def listing(codes: Iterable[Code]) -> str:
    """A line per code."""
    rows = [(code.id, code.name, code.severity, open_words(code.message)) for code in codes]
    longest = max((len(name) for _, name, _, _ in rows), default=0)
    return "".join(f"{id_}  {name:{longest}}  {severity:7}  {message}\n" for id_, name, severity, message in rows)


def sections(code: Code) -> Iterable[Section]:
    if code.what:
        yield Section("What it does", code.what)
    yield Section("Why is this bad" if code.what else "Why", code.why)
    if code.bad:
        yield Section("Example", code.bad, sample=True)
    if code.good:
        yield Section("Use instead", code.good, sample=True)
    yield Section("How to repair it", f"{open_words(code.remedy)[:1].upper()}{open_words(code.remedy)[1:]}.")


def language(sample: str) -> str:
    """That of the file which a sample names in its first line."""
    return "python" if sample.split("\n", 1)[0].endswith(".py") else "yaml"


def open_words(template: str) -> str:
    """A message with its places open: `no model named '<name>'`."""
    pieces = []
    for before, name, _, _ in string.Formatter().parse(template):
        pieces += [before, f"<{name}>" if name else ""]
    return "".join(pieces)


def _wrapped(words: str) -> str:
    return textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)


def literal(words: str) -> str:
    """Angle brackets are tags in Markdown, unless a backslash stands before them; in code spans they are plain."""
    parts = words.split("`")
    return "`".join(part if index % 2 else part.replace("<", "\\<") for index, part in enumerate(parts))
