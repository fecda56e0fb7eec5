"""An answer of success means that all of it is committed and its hooks have run; any other, that nothing is."""

import pytest

from tests.behaviour.unit.conftest import Bank


def test_a_success_is_committed_and_its_hooks_have_run(bank: Bank) -> None:
    made = bank.act("good", "good")
    assert (made.status_code, made.json()) == (201, {"key": "good", "tries": 1})
    assert bank.holds("good")
    assert bank.promised("good") == 1


def test_what_was_only_added_is_committed(bank: Bank) -> None:
    assert bank.act("unflushed", "unflushed").status_code == 201
    assert bank.holds("unflushed")


def test_an_answer_without_a_body_is_committed(bank: Bank) -> None:
    gone = bank.client.delete("/acts/quiet")
    assert (gone.status_code, gone.content) == (204, b"")
    assert bank.holds("quiet")
    assert bank.promised("quiet") == 1


def test_a_failed_commit_is_an_error(bank: Bank) -> None:
    """A deferred constraint speaks at the commit, when the answer has been made."""
    refused = bank.act("deferred", "deferred")
    assert (refused.status_code, refused.json()["code"]) == (409, "reference_violation")
    hold_nothing(bank, "deferred")


def test_a_failed_commit_without_a_body_is_an_error(bank: Bank) -> None:
    refused = bank.client.delete("/acts/refused")
    assert (refused.status_code, refused.json()["code"]) == (409, "reference_violation")
    hold_nothing(bank, "refused")


@pytest.mark.parametrize("what", ["invalid", "unserialisable", "broken", "overflown"])
def test_what_cannot_be_answered_is_not_committed(bank: Bank, what: str) -> None:
    failed = bank.act(what, what)
    assert (failed.status_code, failed.json()["code"]) == (500, "internal_error")
    hold_nothing(bank, what)


def test_a_hook_that_fails_changes_no_answer(bank: Bank) -> None:
    assert bank.act("failing_hook", "failing").status_code == 201
    assert bank.holds("failing")
    assert bank.promised("failing, later") == 1
    assert "a hook failed after the commit" in bank.log()


def test_a_hook_writes_in_a_unit_of_its_own(bank: Bank) -> None:
    assert bank.act("hook_that_writes", "first").status_code == 201
    assert {"first", "first, log"} <= set(bank.seen()["keys"])


def test_a_nested_unit_is_a_part_of_the_whole(bank: Bank) -> None:
    assert bank.act("nested", "nested").status_code == 201
    assert {"nested", "nested, inner"} <= set(bank.seen()["keys"])
    assert bank.promised("nested, inner") == 1


def test_a_part_that_failed_fails_the_whole_though_it_was_caught(bank: Bank) -> None:
    assert bank.act("doomed", "doomed").status_code == 500
    hold_nothing(bank, "doomed")


def test_a_statement_that_failed_and_was_caught_is_no_silent_rollback(bank: Bank) -> None:
    """PostgreSQL has given up the transaction; SQLite undoes the statement only."""
    answered = bank.act("caught", "caught").status_code
    assert answered == (500 if bank.database else 201)
    assert bank.holds("caught") == (answered == 201)
    assert bank.promised("caught") == (answered == 201)


def test_a_savepoint_saves_the_whole(bank: Bank) -> None:
    assert bank.act("savepoint", "savepoint").status_code == 201
    assert bank.holds("savepoint")


def hold_nothing(bank: Bank, key: str) -> None:
    seen = bank.seen()
    assert key not in seen["keys"]
    assert key not in seen["hooks"]
    assert seen["busy"] == 1  # the one that has just asked
