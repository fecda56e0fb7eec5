"""`autogen contract`: has a running service asked all that its document allows, and much that it does not.

The asking is the runtime's, in a process of its own: the compiler imports nothing of what it serves.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.util import find_spec

from framework.cli.command import Command
from framework.cli.console import Console, Outcome
from framework.cli.refusal import Refusal

NEEDED = ("schemathesis", "uvicorn")
HINT = "install autogen-spec[contract,service] where the services run"
UNABLE = 2
EXAMPLE = """\
autogen contract                        every service of the workspace, each with a database of its own
autogen contract backend --seed 7       one of them, asked what another run asked
autogen contract backend --url http://127.0.0.1:8000"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("services", nargs="*", metavar="SERVICE", help="without one: every service that is an API")
    parser.add_argument("--url", metavar="URL", help="ask what runs here, instead of starting the service")
    parser.add_argument("--examples", type=int, default=250, metavar="N", help="requests of each kind (250)")
    parser.add_argument("--seed", type=int, metavar="N", help="ask what a run with this seed asked")


def _run(arguments: Namespace, console: Console) -> int:
    from framework.diagnostics import Report
    from framework.pipeline import compile_project

    report = Report()
    compiled = compile_project(console.root, report)
    if compiled.project is None:
        return console.finish(report.diagnostics, Outcome(len(compiled.tree.files), compiled.tree.lines))
    known = [
        service.name.text
        for service in compiled.project.services
        if service.type == "python-fastapi" and any(one.rest for of in service.domains for one in of.operations)
    ]
    chosen = _chosen(arguments, known)
    lacking = [name for name in NEEDED if find_spec(name) is None]
    if lacking:
        raise Refusal(f"contracts need {' and '.join(lacking)}", HINT)
    return _ask(chosen, arguments, console)


def _chosen(arguments: Namespace, known: list[str]) -> list[str]:
    from framework.diagnostics import nearest

    if not known:
        raise Refusal("no service of this workspace serves an operation", "there is nothing to ask")
    for asked in arguments.services:
        if asked not in known:
            guess = nearest(asked, known)
            hint = f"did you mean '{guess}'?" if guess else f"services with operations: {', '.join(known)}"
            raise Refusal(f"there is no service '{asked}' that serves operations", hint)
    chosen = arguments.services or known
    if arguments.url and len(chosen) > 1:
        raise Refusal("--url is where one service runs", "name that service")
    if arguments.examples < 1:
        raise Refusal("--examples is a number of requests", "give 1 or more")
    return list(dict.fromkeys(chosen))


def _ask(services: list[str], arguments: Namespace, console: Console) -> int:
    codes, found = [], []
    for service in services:
        console.progress(f"asking {service}")
        command = [sys.executable, "-m", "framework.runtime.contract", service, *_options(arguments)]
        if console.format != "json":
            codes.append(subprocess.run(command, cwd=console.root, check=False).returncode)
            continue
        done = subprocess.run([*command, "--json"], cwd=console.root, stdout=subprocess.PIPE, text=True, check=False)
        codes.append(done.returncode)
        found += [json.loads(line) for line in done.stdout.splitlines()[-1:]]
    if console.format == "json":
        console.finish([], Outcome(extra={"contracts": found}))
    return max(min(code, UNABLE) if code >= 0 else UNABLE for code in codes)


def _options(arguments: Namespace) -> Iterator[str]:
    for name in ("url", "examples", "seed"):
        value = getattr(arguments, name)
        if value is not None:
            yield f"--{name}={value}"


COMMAND = Command("contract", "ask running services all that their documents allow", EXAMPLE, _arguments, _run)
