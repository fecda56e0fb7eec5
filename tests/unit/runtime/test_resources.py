"""Opening in order, closing in reverse, on every way out. No example has resources that fail on demand."""

import asyncio
import time
from collections.abc import Callable

import pytest
from fastapi import FastAPI

from framework.runtime.resources import Breaker, NotOpened, Resources, Unavailable

Said = list[str]


class Fake:
    """Says what is done to it. `wrong` is asked before each opening, `slow` what a check waits."""

    def __init__(self, name: str, said: Said, wrong: Callable[[], Exception | None] = lambda: None) -> None:
        self.name, self.said, self.wrong, self.slow = name, said, wrong, 0.0
        self.down = False

    async def open(self) -> None:
        self.said.append(f"open {self.name}")
        await asyncio.sleep(0)
        if fault := self.wrong():
            raise fault

    async def check(self) -> None:
        self.said.append(f"check {self.name}")
        await asyncio.sleep(self.slow)
        if self.down:
            raise OSError("gone")

    async def close(self) -> None:
        self.said.append(f"close {self.name}")
        await asyncio.sleep(0)


def test_they_are_closed_in_reverse() -> None:
    said: Said = []

    async def run() -> None:
        async with Resources(Fake("a", said), Fake("b", said)):
            said.append("run")

    asyncio.run(run())
    assert said == ["open a", "open b", "run", "close b", "close a"]


def test_an_error_inside_closes_them_and_goes_on() -> None:
    said: Said = []

    async def run() -> None:
        async with Resources(Fake("a", said)):
            raise ValueError("inside")

    with pytest.raises(ValueError, match="inside"):
        asyncio.run(run())
    assert said == ["open a", "close a"]


def test_what_is_late_is_asked_again() -> None:
    said: Said = []
    faults = [OSError("refused"), OSError("refused"), None]

    async def run() -> None:
        async with Resources(Fake("a", said, lambda: faults.pop(0))):
            said.append("run")

    asyncio.run(run())
    assert said == ["open a"] * 3 + ["run", "close a"]


def test_one_that_never_answers_closes_all_that_were_opened() -> None:
    said: Said = []

    async def run() -> None:
        dead = Fake("b", said, lambda: OSError("refused"))
        async with Resources(Fake("a", said), dead, Fake("c", said), startup_timeout=0.4):
            said.append("run")

    began = time.monotonic()
    with pytest.raises(NotOpened, match=r"b could not be opened: OSError: refused"):
        asyncio.run(run())
    assert time.monotonic() - began < 1
    assert said[0] == "open a"
    assert said.count("open b") > 1
    assert said[-2:] == ["close b", "close a"]
    assert "open c" not in said


def test_a_start_that_fails_tells_the_fault_and_not_its_breaker() -> None:
    breaker = Breaker("b", failures=2)

    class Guarded(Fake):
        async def open(self) -> None:
            with breaker.attempt():
                raise Unavailable("b") from OSError("refused")

    async def run() -> None:
        async with Resources(Guarded("b", []), startup_timeout=0.8):
            raise AssertionError("not open")

    with pytest.raises(NotOpened, match=r"b could not be opened: OSError: refused"):
        asyncio.run(run())


def test_an_attempt_that_hangs_ends_with_the_time_to_start() -> None:
    said: Said = []

    class Hung(Fake):
        async def open(self) -> None:
            await asyncio.sleep(60)

    async def run() -> None:
        async with Resources(Hung("a", said), startup_timeout=0.2):
            said.append("run")

    with pytest.raises(NotOpened, match="TimeoutError"):
        asyncio.run(run())
    assert said == ["close a"]


def test_a_start_that_is_cancelled_closes_them() -> None:
    said: Said = []

    async def run() -> None:
        async with Resources(Fake("a", said), Fake("b", said, lambda: OSError("refused"))):
            said.append("run")

    async def cancelled() -> None:
        task = asyncio.create_task(run())
        await asyncio.sleep(0.1)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())
    assert said[-2:] == ["close b", "close a"]


def test_one_that_does_not_close_keeps_none_of_the_others_open(caplog: pytest.LogCaptureFixture) -> None:
    said: Said = []

    class Stuck(Fake):
        async def close(self) -> None:
            await asyncio.sleep(60)

    class Broken(Fake):
        async def close(self) -> None:
            raise OSError("broken pipe")

    async def run() -> None:
        async with Resources(Fake("a", said), Stuck("b", said), Broken("c", said), close_timeout=0.1):
            pass

    asyncio.run(run())
    assert said[-1] == "close a"
    assert sorted(record.getMessage() for record in caplog.records) == [
        "b was not closed in order: TimeoutError",
        "c was not closed in order: OSError: broken pipe",
    ]


def test_states_come_within_their_time_and_are_asked_once_at_a_time() -> None:
    said: Said = []
    well, down, slow = Fake("a", said), Fake("b", said), Fake("c", said)
    down.down, slow.slow = True, 60.0

    async def run() -> None:
        resources = Resources(well, down, slow)
        began = time.monotonic()
        found = await asyncio.gather(*(resources.states(0.2) for _ in range(10)))
        assert time.monotonic() - began < 1
        assert found == [{"a": True, "b": False, "c": False}] * 10
        assert said == ["check a", "check b", "check c"]
        down.down, slow.slow = False, 0.0
        assert await resources.states(0.2) == {"a": True, "b": True, "c": True}

    asyncio.run(run())


def test_a_change_of_state_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    one = Fake("a", [])

    async def run() -> None:
        resources = Resources(one)
        for one.down in (False, True, True, False, False):
            await resources.states(1)

    asyncio.run(run())
    assert [record.getMessage() for record in caplog.records] == [
        "a does not answer: OSError: gone",
        "a answers again",
    ]


def test_the_lifespan_of_an_app_hands_them_to_its_state() -> None:
    said: Said = []
    one = Fake("thing", said)

    async def run() -> None:
        resources = Resources(one)
        app = FastAPI(lifespan=resources.lifespan)
        async with app.router.lifespan_context(app):
            assert app.state.thing is one

    asyncio.run(run())
    assert said == ["open thing", "close thing"]
