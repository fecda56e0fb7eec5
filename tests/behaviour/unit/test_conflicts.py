"""Of two transactions that cannot both have been first, one is done again, from its beginning."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.behaviour.unit.conftest import POSTGRES, Bank


def test_what_was_overtaken_is_done_again(bank: Bank) -> None:
    made = bank.act("stale", "stale")
    assert (made.status_code, made.json()["tries"]) == (201, 2)
    assert bank.holds("stale")
    assert bank.promised("stale") == 1  # that of the first attempt is dropped


def test_after_some_attempts_the_client_is_asked_to_come_again(bank: Bank) -> None:
    refused = bank.act("stale_always", "overtaken")
    assert (refused.status_code, refused.json()["code"]) == (503, "serialization_failure")
    assert refused.headers["retry-after"] == "1"
    assert not bank.holds("overtaken")
    assert bank.promised("overtaken") == 0


@POSTGRES
@pytest.mark.parametrize(("what", "words"), [("skewed", ("", "")), ("deadlocked", ("base other", "other base"))])
def test_two_that_meet_are_both_done(bank: Bank, what: str, words: tuple[str, str]) -> None:
    """One fails at its commit, the other in the controller. SQLite has one writer at a time."""
    keys = [f"{what} 1", f"{what} 2"]
    with ThreadPoolExecutor() as both:
        answers = list(both.map(lambda key, word: bank.act(what, key, word), keys, words))
    assert [answer.status_code for answer in answers] == [201, 201]
    assert sorted(answer.json()["tries"] for answer in answers) == [1, 2]
    assert [bank.promised(key) for key in keys] == [1, 1]
