"""The log of a process, whoever writes to it."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import structlog
from pydantic import BaseModel, TypeAdapter, ValidationError

from framework.runtime import logs
from tests.unit.runtime.conftest import Told


def test_whoever_writes_comes_out_alike(told: Told) -> None:
    logs.get_logger("ours").info("paid", order=7, city="Köln")
    structlog.get_logger("theirs").info("paid", order=7, city="Köln")
    logging.getLogger("old").info("paid", extra={"order": 7, "city": "Köln"})
    logging.getLogger("uvicorn.error").info("paid", extra={"color_message": "x", "order": 7, "city": "Köln"})
    found = told()
    for line in found:
        assert line.pop("timestamp").endswith("+00:00")
        line.pop("logger")
    assert found == [{"level": "info", "event": "paid", "service": "shop", "order": 7, "city": "Köln"}] * 4


def test_text_is_written_as_it_is(loggers: None, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(SimpleNamespace())
    logs.get_logger("ours").info("Привет \ud800", broken="\udcff\n\x1b[31m")
    text = capsys.readouterr().out
    assert "Привет" in text
    assert text.count("\n") == 1
    assert json.loads(text)["event"].startswith("Привет")
    assert "\x1b" not in text


def test_names_of_ours_are_not_taken(told: Told) -> None:
    logs.get_logger("ours").info("paid", service="other", level="high", timestamp=1)
    (line,) = told()
    assert (line["service"], line["service_"], line["level_"], line["timestamp_"]) == ("shop", "other", "high", 1)


def test_the_server_writes_no_paths(told: Told) -> None:
    access = logging.getLogger("uvicorn.access")
    access.info('%s - "%s %s"', "1.2.3.4", "GET", "/ada@example.com")
    for name in ("httpx2", "aiosqlite"):
        logging.getLogger(name).info("GET https://other/?email=ada")
    assert told() == []


def test_the_level_is_that_of_the_settings(loggers: None, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(SimpleNamespace(log_level="error"))
    logs.get_logger("ours").warning("not this")
    logging.getLogger("old").warning("not this")
    logs.get_logger("ours").error("this")
    assert capsys.readouterr().out.count("\n") == 1


def test_twice_is_once(told: Told) -> None:
    before = logging.getLogger().handlers[:]
    logs.configure(SimpleNamespace(), "other")
    logs.get_logger("ours").info("paid")
    (line,) = told()
    assert line["service"] == "other"
    assert len(logging.getLogger().handlers) == len(before)


def test_others_may_listen(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("old").warning("paid %s", 7)
    logs.get_logger("ours").warning("sent", order=7)
    assert caplog.records[0].message == "paid 7"
    assert caplog.records[1].msg["event"] == "sent"  # type: ignore[index]  # structlog's record
    assert len(told()) == 2


def test_what_cannot_be_written_is_told_by_its_place(told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    (output,) = (one for one in logging.getLogger().handlers if isinstance(one, logs.Output))
    output.handle(logging.LogRecord("old", 30, __file__, 1, "%d people", ("ada-the-countess",), None))
    captured = capsys.readouterr()
    line = json.loads(captured.out)
    assert (line["event"], line["exception_type"]) == ("a record could not be written", "TypeError")
    assert __file__.rpartition("/")[2] in line["place"]
    assert "countess" not in captured.out + captured.err


class Order(BaseModel):
    size: int


def fault() -> Iterator[BaseException]:
    try:
        TypeAdapter(dict[str, Order]).validate_python({"a": {"size": "huge-secret"}})
    except ValidationError as found:
        yield found
    yield ExceptionGroup("many", [ValueError("one"), KeyError("two")])


def test_exceptions_are_data(told: Told) -> None:
    for found in fault():
        logs.get_logger("ours").error("failed", exc_info=found)
        logging.getLogger("old").error("failed", exc_info=found)
    first, second, third, fourth = (line["exception"] for line in told())
    assert first == second
    assert first["message"].endswith("a.size: int_parsing")
    assert "huge" not in json.dumps(first)
    assert [one["type"] for one in third["exceptions"]] == ["ValueError", "KeyError"]
    assert third == fourth


def test_pretty_is_for_people(loggers: None, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(SimpleNamespace(log_format="pretty", app_env="dev"))
    try:
        raise RuntimeError("no ada@example.com")
    except RuntimeError as found:
        logs.get_logger("ours").error("failed", exc_info=found, order=7)
    logs.get_logger("ours").info("an order \x1b[2J", value="and\x1b[2J", broken="lines\nof it")
    text = capsys.readouterr().out
    assert "order=7" in text
    assert "RuntimeError: no [redacted]\n    tests/unit/runtime/test_logs.py:" in text
    assert "\x1b" not in text


QUIET = """
import logging, structlog
before = (logging.getLogger().handlers[:], logging.getLogger().level, structlog.is_configured())
from framework.runtime import context, entry, logs, metrics, redaction, traces
logs.get_logger("ours").info("not yet")
assert before == (logging.getLogger().handlers[:], logging.getLogger().level, structlog.is_configured())
import sys
loaded = [name for name in ("prometheus_client", "opentelemetry.sdk", "sqlalchemy", "requests") if name in sys.modules]
print(loaded)
"""


def test_an_import_changes_nothing_and_loads_little() -> None:
    done = subprocess.run((sys.executable, "-c", QUIET), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
