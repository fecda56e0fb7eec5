"""What a test of the log needs: the loggers as they were, and the lines that were written."""

import json
import logging
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import structlog

from framework.runtime import logs

Told = Callable[[], list[dict[str, Any]]]
Configure = Callable[..., None]


@pytest.fixture
def loggers() -> Iterator[None]:
    """The process has one set of them; it is given back."""
    known = [
        logging.getLogger(name)
        for name in ("", "uvicorn", "uvicorn.error", "uvicorn.access", "httpx2", "aiosqlite", "urllib3")
    ]
    before = [(one, one.handlers[:], one.level, one.propagate) for one in known]
    yield
    for one, handlers, level, propagate in before:
        one.handlers, one.level, one.propagate = handlers, level, propagate
        one.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def told(loggers: None, capsys: pytest.CaptureFixture[str]) -> Told:
    """The lines of the log since it was asked last."""
    logs.configure(SimpleNamespace(log_level="info", log_format="json", app_env="prod"), "shop")
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines()]
