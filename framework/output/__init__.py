"""The only door to the disk: compares the files of a run with what stands there, and carries out the difference.

Names are handed on lazily, so that a run with nothing to do reads its fingerprint and loads nothing else. No module
bears the name of a function that is handed on: an import of the module would put it in the function's place.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.output.checks import diff, drift
    from framework.output.commit import apply, recover
    from framework.output.edits import amend
    from framework.output.planner import Change, Plan, plan
    from framework.output.unwritten import Unwritten

__all__ = ["Change", "Plan", "Unwritten", "amend", "apply", "diff", "drift", "plan", "recover"]

_HOME = {
    "Change": "planner",
    "Plan": "planner",
    "Unwritten": "unwritten",
    "amend": "edits",
    "apply": "commit",
    "diff": "checks",
    "drift": "checks",
    "plan": "planner",
    "recover": "commit",
}


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"framework.output.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
