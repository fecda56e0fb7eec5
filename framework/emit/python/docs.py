"""What else becomes of the texts of a spec: comments, and the question whether a docstring tells the whole of one."""

import ast
import inspect

from framework.emit.languages import Snippet, python_literal
from framework.emit.python.docstrings import docstring
from framework.emit.python.layout import WIDTH


def documented(text: str, depth: int = 1) -> bool:
    """Whether a docstring of the text, read back as `inspect` cleans it, is the text itself."""
    source = str(docstring(text, depth=depth))
    return bool(source) and inspect.cleandoc(ast.literal_eval(source)) == text


def comment(text: str) -> Snippet:
    """A comment of one line, cut where the line is full."""
    words = '"'.join(python_literal(part)[1:-1] for part in " ".join(text.split()).split('"'))
    return Snippet(f"# {words}" if len(words) + 2 <= WIDTH else f"# {words[: WIDTH - 3]}…")
