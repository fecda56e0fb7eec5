"""The only Jinja environment. What it renders is parsed before it is kept, and what it puts in is checked.

Jinja's own escaping is for HTML. Here `finalize` plays its part: it sees every value on its way into the text, knows
the template and so the language, and lets pass only what `languages` has made.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, pass_context
from jinja2.runtime import Context

from framework.emit.languages import Snippet, language, word

FOLDER = Path(__file__).parent / "generators"


class Misrendered(Exception):
    """A template gave what its language refuses: a bug of ours, never a fault of the specs."""


def render(template: str, path: str, view: Mapping[str, object]) -> str:
    """The text of one artifact. `template` begins with the name of its generator."""
    text = str(environment().get_template(template).render(view))
    try:
        language(template).check(text)
    except Exception as fault:  # whatever the parser of a language raises, it means that
        raise Misrendered(f"{template} gives a {path} that does not parse: {fault}") from fault
    return text


@cache
def environment(folder: Path = FOLDER) -> Environment:
    made = _Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        finalize=_finalize,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"literal": _literal, "word": word, "join": _join}
    return made


def _concatenated(parts: Iterable[str]) -> Snippet:
    return Snippet("".join(parts))


class _Environment(Environment):
    """What a macro or a block gives was checked piece by piece, so the whole of it may be put in again."""

    concat = staticmethod(_concatenated)


@pass_context
def _finalize(context: Context, value: object) -> object:
    if isinstance(value, Snippet | Undefined) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    shown = language(str(context.name)).prose
    if isinstance(value, str) and shown is not None:
        return Snippet(shown(value))
    raise TypeError(f"{context.name}: {value!r} may not stand there as it is; use `literal` or `word`")


@pass_context
def _literal(context: Context, value: object) -> Snippet:
    return Snippet(language(str(context.name)).literal(value))


@pass_context
def _join(context: Context, values: Iterable[object], between: str = "") -> Snippet:
    """Jinja's own would give a bare text of pieces that were checked."""
    return Snippet(between.join(str(_finalize(context, value)) for value in values))
