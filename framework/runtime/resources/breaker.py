"""Keeps requests from waiting for what did not answer a moment ago.

A dead server costs each request the timeout of a connect; after some of them the circuit opens, and what asks then is
refused at once. When the pause is over one attempt is let through, and its end decides for all.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from framework.runtime.resources.unavailable import Unavailable


class Breaker:
    """`failures` in a row open the circuit for `pause` seconds."""

    def __init__(
        self, resource: str, failures: int = 3, pause: float = 2.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._resource = resource
        self._most = failures
        self._pause = pause
        self._clock = clock
        self._failed = 0
        self._until = 0.0
        self._probing = False

    @property
    def is_open(self) -> bool:
        return self._failed >= self._most

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Around the attempt, which may await. One that was cancelled says nothing of the other side."""
        probe = self._admitted()
        try:
            yield
        except Exception:
            self._failed += 1
            self._until = self._clock() + self._pause
            raise
        else:
            self._failed = 0
        finally:
            if probe:
                self._probing = False

    def _admitted(self) -> bool:
        """Whether the attempt is the one that asks if the other side is back."""
        if not self.is_open:
            return False
        left = self._until - self._clock()
        if self._probing or left > 0:
            raise Unavailable(self._resource, retry_after=max(left, 1.0))
        self._probing = True
        return True
