"""Autogen: a workspace of YAML becomes one checked `Project`, and the project becomes files.

The names below are what is promised to code that imports this package. They are handed on lazily, so that
a service that needs `framework.runtime` alone never loads the compiler.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.diagnostics import Code, Diagnostic, Report, Span
    from framework.ir import Project
    from framework.pipeline import compile_files, compile_project

__all__ = ["Code", "Diagnostic", "Project", "Report", "Span", "__version__", "compile_files", "compile_project"]

__version__ = "0.1.0"

_HOME = {
    "Code": "framework.diagnostics",
    "Diagnostic": "framework.diagnostics",
    "Project": "framework.ir",
    "Report": "framework.diagnostics",
    "Span": "framework.diagnostics",
    "compile_files": "framework.pipeline",
    "compile_project": "framework.pipeline",
}


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
