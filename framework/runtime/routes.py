"""What routers are made with, and which methods a path has.

Routes of included routers are a tree, so they are walked as FastAPI walks them."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import compile_path

Dependency = Callable[..., Any]
"""What FastAPI calls for each request, to give a handler its session or its controller."""


def allowed(app: FastAPI, path: str) -> list[str]:
    """The methods of every route that a path reaches, sorted."""
    found: set[str] = set()
    for route in iter_route_contexts(app.routes):
        if route.path and route.methods and compile_path(route.path)[0].match(path):
            found |= route.methods
    return sorted(found)
