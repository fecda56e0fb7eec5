"""What a database refuses leaves as a problem with the code of the rule, and with nothing of what was refused."""

import json
from typing import Any

import pytest

from tests.behaviour.unit.conftest import POSTGRES, Bank

VALUE = "leak-me-7f3a"
INTO = "INSERT INTO rows (key, size, note, word, parent) VALUES "
REFUSED = [
    (INTO + "(:key || '1', 0, '', :key, NULL), (:key || '2', 0, '', :key, NULL)", 409, "unique_violation"),
    (INTO + "(:key, 0, '', NULL, NULL), (:key, 0, '', NULL, NULL)", 409, "unique_violation"),
    (INTO + "(:key, 0, '', NULL, 'nobody')", 409, "reference_violation"),
    ("DELETE FROM rows WHERE key = 'parent' AND key <> :key", 409, "reference_violation"),
    (INTO + "(:key, 100, '', NULL, NULL)", 422, "check_violation"),
    (INTO + "(:key, NULL, '', NULL, NULL)", 422, "not_null_violation"),
]
OF_POSTGRES = [
    (INTO + "('a', 0, :key, NULL, NULL)", 422, "value_too_long"),
    (INTO + "(:key, 3000000000, '', NULL, NULL)", 422, "value_out_of_range"),
    ("SELECT convert_from('\\xff'::bytea, 'UTF8'), :key || ''", 422, "value_out_of_range"),
    ("SELECT raised(:key, '57014')", 503, "statement_timeout"),
    ("SELECT raised(:key, '55P03')", 503, "statement_timeout"),
    ("SELECT raised(:key, '25006')", 503, "unavailable"),
    ("SELECT raised(:key, '53300')", 503, "unavailable"),
    ("SELECT raised(:key, 'XX000')", 500, "internal_error"),
    ("SELECT cast(:key as integer)", 500, "internal_error"),
]


def rows(of: list[tuple[str, int, str]]) -> list[Any]:
    return [pytest.param(*row, id=f"{row[2]}{number}") for number, row in enumerate(of)]


@pytest.mark.parametrize(("statement", "status", "code"), rows(REFUSED))
def test_a_refusal_is_a_problem_with_its_code(bank: Bank, statement: str, status: int, code: str) -> None:
    refuse(bank, statement, status, code)


@POSTGRES
@pytest.mark.parametrize(("statement", "status", "code"), rows(OF_POSTGRES))
def test_so_is_one_that_only_postgres_has(bank: Bank, statement: str, status: int, code: str) -> None:
    refuse(bank, statement, status, code)


def refuse(bank: Bank, statement: str, status: int, code: str) -> None:
    family(bank)
    refused = bank.act("statement", VALUE, statement)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert refused.headers["content-type"] == "application/problem+json"
    assert ("retry-after" in refused.headers) == (status == 503)
    assert VALUE not in refused.text
    assert "rows" not in refused.text
    assert VALUE not in bank.log()


def test_a_number_that_no_column_holds_is_out_of_range(bank: Bank) -> None:
    """It does not reach the database: the driver cannot write it."""
    refused = bank.act("sizes", "large", str(2**70))
    assert (refused.status_code, refused.json()["code"]) == (422, "value_out_of_range")
    assert str(2**70) not in bank.log()


@pytest.mark.parametrize("what", ["named", "named_core"])
def test_a_constraint_is_known_by_its_name(bank: Bank, what: str) -> None:
    assert bank.act(what, f"{what} 1", f"{what} word").status_code == 201
    word = bank.act(what, f"{what} 2", f"{what} word")
    assert (word.status_code, word.json()["code"]) == (409, "word_taken")
    key = bank.act(what, f"{what} 1", f"{what} other")
    assert (key.status_code, key.json()["code"]) == (409, "key_taken")
    assert bank.act(what, f"{what} 3", f"{what} third").status_code == 201


def test_what_has_no_error_of_its_own_keeps_the_code_of_the_rule(bank: Bank) -> None:
    refused = bank.act("named_check", "checked")
    assert (refused.status_code, refused.json()["code"]) == (422, "check_violation")


def test_the_log_tells_the_rule_in_one_line(bank: Bank) -> None:
    bank.act("good", "told 1", "told")
    before = len(records(bank))
    bank.act("good", "told 2", "told")
    told = records(bank)[before:]
    assert len(told) == 1
    assert (told[0]["kind"], told[0]["table"]) == ("unique", "rows")
    assert told[0]["sqlstate"] == ("23505" if bank.database else "SQLITE_CONSTRAINT_UNIQUE")
    assert told[0]["constraint"] == ("uq_rows_word" if bank.database else None)


def test_a_mistake_of_the_service_is_told_in_the_log_alone(bank: Bank) -> None:
    failed = bank.act("statement", VALUE, "SELECT :key FROM missing_table")
    assert (failed.status_code, failed.json()["code"]) == (500, "internal_error")
    assert "missing_table" not in failed.text
    assert "missing_table" in bank.log()
    assert VALUE not in bank.log()


def records(bank: Bank) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in bank.log().splitlines() if line.startswith("{")]
    return [line for line in lines if line["event"] == "database.refused"]


def family(bank: Bank) -> None:
    """A row that another one points to."""
    if not bank.holds("parent"):
        assert bank.act("family", "parent").status_code == 201
