"""The circuit: when it opens, whom it lets through, what closes it. A clock of our own stands in for the seconds."""

import pytest

from framework.runtime.resources import Breaker, Unavailable


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def fail(breaker: Breaker, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(OSError, match="refused"), breaker.attempt():
            raise OSError("refused")


def refused(breaker: Breaker) -> bool:
    try:
        with breaker.attempt():
            return False
    except Unavailable:
        return True


def test_failures_in_a_row_open_it(clock: Clock) -> None:
    breaker = Breaker("database", failures=3, pause=2.0, clock=clock)
    fail(breaker, 2)
    assert not refused(breaker)
    fail(breaker, 2)
    assert not refused(breaker)
    fail(breaker, 3)
    assert refused(breaker)
    clock.now += 1.9
    assert refused(breaker)


def test_after_the_pause_one_asks_for_all(clock: Clock) -> None:
    breaker = Breaker("database", failures=1, pause=2.0, clock=clock)
    fail(breaker)
    clock.now += 2.0
    with breaker.attempt():
        assert refused(breaker)
    assert not breaker.is_open
    assert not refused(breaker)


def test_a_probe_that_fails_opens_it_again(clock: Clock) -> None:
    breaker = Breaker("database", failures=1, pause=2.0, clock=clock)
    fail(breaker)
    clock.now += 2.0
    fail(breaker)
    assert refused(breaker)
    clock.now += 2.0
    assert not refused(breaker)


def test_a_probe_that_is_cancelled_decides_nothing(clock: Clock) -> None:
    breaker = Breaker("database", failures=1, pause=2.0, clock=clock)
    fail(breaker)
    clock.now += 2.0
    with pytest.raises(KeyboardInterrupt), breaker.attempt():
        raise KeyboardInterrupt
    assert breaker.is_open
    assert not refused(breaker)


def test_it_says_when_to_come_back(clock: Clock) -> None:
    breaker = Breaker("database", failures=1, pause=5.0, clock=clock)
    fail(breaker)
    clock.now += 1.0
    with pytest.raises(Unavailable) as told, breaker.attempt():
        pass
    assert (told.value.resource, told.value.retry_after) == ("database", 4.0)
