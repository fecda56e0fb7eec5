"""Finds the operations that nobody has written yet. They answer 501, which says nothing about a contract."""

import ast
import asyncio
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from framework.runtime.controllers import place


def stubs(app: FastAPI) -> dict[str, str]:
    """The place of each stub in its controller, by the id of its operation."""
    return {name: place(type(owner), method) for name, owner, method in _operations(app) if _is_stub(method)}


def _operations(app: FastAPI) -> Iterator[tuple[str, object, Any]]:
    """The id of an operation, its controller, and the method; routes by hand have no controller."""
    for context in iter_route_contexts(app.routes):
        dependant = getattr(context.original_route, "dependant", None)
        asked = [one.call for one in getattr(dependant, "dependencies", ()) if one.name == "controller"]
        if asked and context.endpoint is not None:
            controller = asyncio.run(asked[0]())
            method = getattr(controller, context.endpoint.__name__.rstrip("_"), None)
            if method is not None:
                yield context.operation_id, controller, method


def _is_stub(method: Any) -> bool:
    """Whether all that a method does is to raise `NotImplementedError`, with whatever words."""
    try:
        function = ast.parse(textwrap.dedent(inspect.getsource(method))).body[0]
    except (OSError, TypeError, SyntaxError):
        return False
    body = getattr(function, "body", [])
    rest = body[1:] if ast.get_docstring(function) is not None else body  # type: ignore[arg-type]  # a function it is
    raised = rest[0].exc if len(rest) == 1 and isinstance(rest[0], ast.Raise) else None
    named = raised.func if isinstance(raised, ast.Call) else raised
    return isinstance(named, ast.Name) and named.id == "NotImplementedError"
