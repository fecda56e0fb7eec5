"""What a process answers to, held against the specs when it starts.

The guard reads code; what code does to an app while it is imported, it cannot see. So whoever puts an app together says
after each step who has taken it, and what nobody has taken is told at the end: a route, a middleware, a handler of
faults or a consumer that is in no spec and was not added by `wiring.py`; and an operation that nothing generated
serves. In CI and in tests the process does not start; elsewhere it warns, for a product is not to stop over it.
"""

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

__all__ = ["Bypassed", "Surface", "routes"]

log = logging.getLogger("framework.runtime")

OURS = ("framework.", "fastapi.", "starlette.", "opentelemetry.")
"""Whose code an app is made of, before anything of a service comes to it."""

Owner = Literal["runtime", "specs", "wiring"]


class Bypassed(Exception):
    """An app that is not what the specs say, with every difference."""


@dataclass(frozen=True, slots=True)
class Thing:
    """`name` says it for people and for the specs, as `GET /books`; `made` is the object that stands for it, `maker`
    the module that the object comes from."""

    name: str
    made: object
    maker: str

    @property
    def key(self) -> tuple[str, int]:
        return self.name, id(self.made)


class Surface:
    """`asked` are the names of what the specs of a service ask for."""

    def __init__(self, app: Any, service: str, asked: frozenset[str]) -> None:
        self._app = app
        self._home = f"services.{service}.src.generated."
        self._asked = asked
        self._taken: dict[tuple[str, int], Thing] = {}
        self.take("runtime")

    def take(self, owner: Owner) -> None:
        """Whatever is new is the owner's, as far as it can be."""
        for thing in things(self._app):
            if thing.key not in self._taken and self._may(owner, thing):
                self._taken[thing.key] = thing

    def differences(self) -> list[str]:
        """A line for everything that nobody has taken, and for everything that is asked for and not there."""
        found = list(things(self._app))
        strays = [thing for thing in found if thing.key not in self._taken]
        served = {thing.name for thing in found if thing.maker.startswith(self._home)}
        told = [f"{thing.name} ({thing.maker}) is in no spec, and wiring.py has not added it" for thing in strays]
        return told + [
            f"{name} is in the specs, and nothing generated serves it" for name in sorted(self._asked - served)
        ]

    def hold(self) -> None:
        """Refuse to start over any difference in CI and in tests, warn elsewhere."""
        told = self.differences()
        if told and _refuses():
            raise Bypassed("\n".join(["what is served is not what the specs say:", *(f"  {line}" for line in told)]))
        for line in told:
            log.warning("beside the specs: %s", line)

    def _may(self, owner: Owner, thing: Thing) -> bool:
        if owner == "specs":
            return thing.name in self._asked and thing.maker.startswith(self._home)
        if owner == "runtime":
            return f"{thing.maker}.".startswith(OURS) and thing.name not in self._asked
        return thing.name not in self._asked


def routes(document: dict[str, Any]) -> frozenset[str]:
    """What an OpenAPI document asks for."""
    methods = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
    paths: dict[str, dict[str, Any]] = document.get("paths", {})
    return frozenset(f"{method.upper()} {path}" for path, item in paths.items() for method in item if method in methods)


def things(app: Any) -> Iterator[Thing]:
    """All that an app answers to, of an API and of a worker."""
    if isinstance(app, FastAPI):
        for context in iter_route_contexts(app.routes):
            yield from _route(context.original_route, context.path, context.methods, context.endpoint)
        for middleware in app.user_middleware:
            yield _thing(f"the middleware {_name(middleware.cls)}", middleware, middleware.cls)
        for fault, handler in app.exception_handlers.items():
            yield _thing(f"the handler of {getattr(fault, '__name__', fault)}", handler, handler)
    for broker in getattr(app, "brokers", ()):
        yield from _consumers(broker)


def _route(
    route: BaseRoute, path: str | None, methods: set[str] | None, endpoint: Callable[..., Any] | None
) -> Iterator[Thing]:
    made = endpoint if endpoint is not None else getattr(route, "app", None) or route
    for name in sorted(methods or {type(route).__name__}):
        yield _thing(f"{name} {path or ''}".strip(), made, made)


def _consumers(broker: Any) -> Iterator[Thing]:
    """FastStream names a subscriber by its channel and its handler: `book_added:GreetReader`."""
    for subscriber in broker.subscribers:
        channel = str(subscriber.specification.name).rpartition(":")[0]
        for call in subscriber.calls:
            handler = getattr(call.handler, "_original_call", call.handler)
            yield _thing(f"the consumer of {channel}", handler, handler)


def _thing(name: str, made: object, maker: Any) -> Thing:
    module = getattr(maker, "__module__", None) or type(maker).__module__
    return Thing(name, made, f"{module}.{_name(maker)}")


def _name(made: Any) -> str:
    return str(getattr(made, "__qualname__", None) or type(made).__qualname__)


def _refuses() -> bool:
    return os.environ.get("APP_ENV") == "test" or os.environ.get("CI") == "true"
