"""What every generator of Python needs: annotations, values, imports, docstrings, and lines that are not too long.

All of it gives `Snippet`s, the only texts that a template takes into code as they are.
"""

from framework.emit.python.annotations import Annotator, Mode, annotation
from framework.emit.python.docs import comment, documented
from framework.emit.python.docstrings import docstring
from framework.emit.python.imports import Imports, schemas_module
from framework.emit.python.layout import WIDTH, assignment, layout, spread
from framework.emit.python.values import value

__all__ = [
    "WIDTH", "Annotator", "Imports", "Mode", "annotation", "assignment", "comment", "docstring", "documented",
    "layout", "schemas_module", "spread", "value",
]  # fmt: skip
