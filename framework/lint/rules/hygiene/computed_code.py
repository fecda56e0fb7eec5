"""Code that is put together while the service runs.

## What it does
Finds `exec`, `eval` and `compile` of a text that is not known, or that speaks of what the specs declare; also code
that is loaded from bytes.

## Why is this bad
Whatever stands in such a text is read by no rule, no type checker and no reviewer.

## Example
# services/backend/src/titles.py
def load(text: str) -> None:
    exec(text)

## Use instead
# services/backend/src/titles.py
import ast


def load(text: str) -> object:
    return ast.literal_eval(text)
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.guarded import PACKAGES
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "HYG001",
    "computed-code",
    "'{name}' runs code that cannot be read here",
    "write the code where it is used; `ast.literal_eval` reads values, `getattr` with a written name finds attributes",
)
ALWAYS = {
    "marshal.loads", "types.CodeType", "types.FunctionType", "code.InteractiveInterpreter", "code.InteractiveConsole",
    "code.interact", "runpy.run_path", "imp.load_source", "zipimport.zipimporter",
    "importlib.machinery.SourceFileLoader", "importlib.util.spec_from_file_location",
    "importlib.machinery.SourcelessFileLoader", "codeop.compile_command",
}  # fmt: skip
OF_TEXT = {"builtins.exec", "builtins.eval", "builtins.compile"}
_SPEAKS = re.compile(
    rf"\b(?:{'|'.join(sorted(PACKAGES))}|import|__import__|getattr|exec|eval|globals|BaseModel|APIRouter)\b"
)


def _check(site: Site) -> Iterator[Finding]:
    asked = site.names(site.node.func)
    for name in sorted(asked & ALWAYS)[:1]:
        yield site.finding(name=name.rpartition(".")[2])
    for name in sorted(asked & OF_TEXT)[:1]:
        if not _is_plain(site):
            yield site.finding(name=name.rpartition(".")[2])


def _is_plain(site: Site) -> bool:
    """Whether the whole text is known and names nothing guarded."""
    source = next(iter(site.node.args), None) or next(
        (word.value for word in site.node.keywords if word.arg == "source"), None
    )
    if source is None:
        return True
    texts = site.texts(source)
    known = bool(texts) and len(texts) == len(site.values(source))
    return known and not any(_SPEAKS.search(text) or _names_guarded(site, text) for text in texts)


def _names_guarded(site: Site, text: str) -> bool:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return any(name.split(".")[0] in PACKAGES for node in names for name in site.names(node))


RULE = Rule(CODE, (ast.Call,), _check)
