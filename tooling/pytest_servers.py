"""A pytest plugin: a test marked `postgres`, `redis` or `rabbit` runs where that server answers.

Elsewhere it is skipped and named in the summary, or, with AUTOGEN_REQUIRE_SERVERS=1, it fails: a machine that is
meant to have the servers must not pass by skipping.
"""

import os
from functools import cache

import pytest

from tooling.services import HOST, SERVICES, Service, answers

_ABSENT = "does not answer"


def pytest_runtest_setup(item: pytest.Item) -> None:
    for service in SERVICES:
        if item.get_closest_marker(service.marker) and not _present(service):
            reason = f"{service.title} {_ABSENT} on {HOST}:{service.port}"
            if os.environ.get("AUTOGEN_REQUIRE_SERVERS") == "1":
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        f"{report.nodeid}: {report.longrepr[2].removeprefix('Skipped: ')}"
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and _ABSENT in report.longrepr[2]
    ]
    if skipped:
        terminalreporter.section("skipped for want of a server")
        for line in sorted(skipped):
            terminalreporter.write_line(line)


@cache
def _present(service: Service) -> bool:
    return answers(service)
