"""Opening what may not be up yet: again and again, at moments that no two processes share, until a deadline."""

import asyncio
import random
import time

from framework.runtime.resources.resource import Resource
from framework.runtime.resources.unavailable import Unavailable

FIRST, LONGEST = 0.1, 2.0
"""Seconds: the most that the first pause lasts, and any."""


async def open_before(deadline: float, resource: Resource) -> None:
    """Raises what the last attempt raised that was one, and none that a breaker refused; an attempt that is on its way
    at the deadline is cut off with `TimeoutError`."""
    attempt, told = 0, None
    while True:
        try:
            async with asyncio.timeout_at(_loop_time(deadline)):
                await resource.open()
            return
        except Exception as fault:  # noqa: BLE001  # a resource is anybody's, and the last fault is raised
            told = told if told is not None and _refused(fault) else fault
            pause = _pause(attempt)
            if time.monotonic() + pause >= deadline:
                raise told from told.__cause__
            await asyncio.sleep(pause)
            attempt += 1


def _refused(fault: Exception) -> bool:
    return isinstance(fault, Unavailable) and fault.__cause__ is None


def _pause(attempt: int) -> float:
    """Full jitter: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"""
    return random.uniform(0, min(LONGEST, FIRST * 2 ** min(attempt, 16)))


def _loop_time(deadline: float) -> float:
    return asyncio.get_running_loop().time() + max(deadline - time.monotonic(), 0.0)
