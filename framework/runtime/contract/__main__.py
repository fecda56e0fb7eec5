"""Asks a service over a socket: `python -m framework.runtime.contract SERVICE`, from the root of its workspace.

It starts the service on a free port of the loopback, with a database of its own, and ends it afterwards; `--url` asks
one that runs already, with whatever it has stored.
"""

import argparse
import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

import schemathesis
from fastapi import FastAPI

from framework.runtime.contract.asked import PHASES, Outcome, ask
from framework.runtime.contract.stubs import stubs
from framework.runtime.contract.surroundings import database, environment

HOST = "127.0.0.1"
PATIENCE = 60.0
"""Seconds that a service has to answer for the first time."""

SHOWN = 10
BROKEN, UNABLE = 1, 2


class NotStarted(Exception):
    """There is nothing to ask."""


def main(arguments: Sequence[str]) -> int:
    asked = _arguments(arguments)
    seed = random.randrange(2**32) if asked.seed is None else asked.seed
    try:
        with _served(asked.service, asked.url) as (url, unwritten):
            for name, place in unwritten.items():
                sys.stderr.write(f"not asked: {name} is still a stub: {place}\n")
            schema = schemathesis.openapi.from_url(f"{url}/openapi.json")
            written = schema.exclude(operation_id=list(unwritten)) if unwritten else schema
            outcome = ask(written, PHASES, asked.examples, seed)
    except NotStarted as fault:
        sys.stderr.write(f"contract: {fault}\n")
        return UNABLE
    sys.stdout.write(_data(asked.service, seed, outcome) if asked.json else _told(asked.service, seed, outcome))
    return BROKEN if outcome.wrong else 0


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m framework.runtime.contract", description=__doc__)
    parser.add_argument("service", metavar="SERVICE", help="the name of a service of this workspace")
    parser.add_argument("--url", help="ask the service that runs here, instead of starting one")
    parser.add_argument("--examples", type=int, default=250, help="requests of each kind for each operation (250)")
    parser.add_argument("--seed", type=int, help="ask what a run with this seed asked")
    parser.add_argument("--json", action="store_true", help="print what came of it as one line of JSON")
    return parser.parse_args(arguments)


@contextmanager
def _served(service: str, url: str | None) -> Iterator[tuple[str, dict[str, str]]]:
    """The URL of the service, and its stubs; what runs elsewhere may have others, so that of it none are known."""
    if url is not None:
        yield url.rstrip("/"), {}
        return
    with database(service) as made, environment(service, made):
        unwritten = stubs(_made(service))
        port = _free()
        command = [sys.executable, "-m", "uvicorn", f"services.{service}.src.main:app", "--host", HOST]
        server = subprocess.Popen([*command, "--port", str(port), "--log-level", "warning"], env=dict(os.environ))
        try:
            url = f"http://{HOST}:{port}"
            _wait(server, url)
            yield url, unwritten
        finally:
            server.terminate()
            server.wait()


def _made(service: str) -> FastAPI:
    """The app as the server will make it, so that what prevents it is said once and in a sentence."""
    try:
        made: FastAPI = import_module(f"services.{service}.src.generated.app").create_app()
    except Exception as fault:  # whatever the code of a service may raise at its import
        raise NotStarted(f"the app of {service} cannot be made: {type(fault).__name__}: {fault}") from fault
    return made


def _free() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise NotStarted("the service did not start, see above")
        try:
            with urllib.request.urlopen(f"{url}/openapi.json", timeout=PATIENCE):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise NotStarted(f"the service did not answer within {PATIENCE:.0f} seconds")


def _data(service: str, seed: int, outcome: Outcome) -> str:
    found = {"service": service, "seed": seed, "requests": outcome.cases, "checks": outcome.checks}
    return json.dumps({**found, "statuses": outcome.statuses, "failures": list(dict.fromkeys(outcome.wrong))}) + "\n"


def _told(service: str, seed: int, outcome: Outcome) -> str:
    """How much was asked, so that nobody takes little for much; and each fault once."""
    statuses = ", ".join(f"{status}: {count}" for status, count in sorted(outcome.statuses.items()))
    wrong = list(dict.fromkeys(outcome.wrong))
    more = [f"and {len(wrong) - SHOWN} more"] if len(wrong) > SHOWN else []
    checks = f"{outcome.checks.total()} checks of {len(outcome.checks)} kinds"
    head = f"{service}: {outcome.cases} requests, {checks}, {len(wrong)} failed (seed {seed})"
    return "\n\n".join([*wrong[:SHOWN], *more, f"{head}\nanswers by status: {statuses}\n"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
