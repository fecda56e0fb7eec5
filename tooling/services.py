"""Makes PostgreSQL, Redis and RabbitMQ answer on 127.0.0.1, for tests that ask real servers.

A server that answers is left alone. One that does not is started, bound to the loopback interface; one that is not
installed is installed by apt-get first, which only root can do. Docker is not used: it is missing on many CI machines.
"""

import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 90.0
# Debian's package scripts ask this file whether a freshly installed server may start; 101 means no.
POLICY = Path("/usr/sbin/policy-rc.d")

_STARTUP = struct.pack("!i", 196608) + b"user\0postgres\0database\0postgres\0\0"


@dataclass(frozen=True)
class Service:
    marker: str
    title: str
    port: int
    package: str
    program: str
    start: str
    greeting: bytes
    answer: tuple[bytes, ...]


# A greeting is the first message of each protocol, because a port opens before its server is ready:
# https://www.postgresql.org/docs/current/protocol-message-formats.html (StartupMessage, answered by Authentication)
# https://redis.io/docs/latest/commands/ping/
# https://www.rabbitmq.com/resources/specs/amqp0-9-1.pdf (4.2.2, protocol header, answered by a method frame)
SERVICES = (
    Service(
        marker="postgres",
        title="PostgreSQL",
        port=5432,
        package="postgresql",
        program="pg_ctlcluster",
        start="pg_lsclusters --no-header | while read -r version name rest; do pg_ctlcluster --skip-systemctl-redirect"
        f' "$version" "$name" start -o "-c listen_addresses={HOST}"; done',
        greeting=struct.pack("!i", len(_STARTUP) + 4) + _STARTUP,
        answer=(b"R",),
    ),
    Service(
        marker="redis",
        title="Redis",
        port=6379,
        package="redis-server",
        program="redis-server",
        start=f'redis-server --bind {HOST} --port 6379 --save "" --daemonize yes',
        greeting=b"PING\r\n",
        answer=(b"+PONG", b"-NOAUTH"),
    ),
    Service(
        marker="rabbit",
        title="RabbitMQ",
        port=5672,
        package="rabbitmq-server",
        program="rabbitmq-server",
        start=f"RABBITMQ_NODENAME=rabbit@localhost RABBITMQ_NODE_IP_ADDRESS={HOST} ERL_EPMD_ADDRESS={HOST}"
        " RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'"
        " rabbitmq-server -detached",
        greeting=b"AMQP\x00\x00\x09\x01",
        answer=(b"\x01",),
    ),
)


class Unable(Exception):
    """A server cannot be had; the message is the sentence for the user."""


def main() -> int:
    try:
        ensure(SERVICES)
    except Unable as fault:
        print(f"services: {fault}.", file=sys.stderr)
        return 2
    return 0


def answers(service: Service, timeout: float = 2.0) -> bool:
    try:
        with socket.create_connection((HOST, service.port), timeout) as connection:
            connection.sendall(service.greeting)
            return connection.recv(64).startswith(service.answer)
    except OSError:
        return False


def ensure(services: Sequence[Service]) -> None:
    silent = [service for service in services if not answers(service)]
    if silent and os.geteuid() != 0:
        raise Unable(f"no answer on {HOST} from {names(silent)}, and only root can install and start servers")
    missing = [service for service in silent if not shutil.which(service.program)]
    if missing:
        install(missing)
    for service in silent:
        print(f"services: starting {service.title}", file=sys.stderr, flush=True)
        run(["sh", "-c", service.start], f"cannot start {service.title}")
    for service in silent:
        wait(service)


def install(services: Sequence[Service]) -> None:
    if not shutil.which("apt-get"):
        raise Unable(f"not installed, and no apt-get to install with: {names(services)}")
    print(f"services: installing {names(services)}", file=sys.stderr, flush=True)
    with no_autostart():
        run(["apt-get", "update"], "cannot read the package lists")
        command = ["apt-get", "install", "--yes", "--no-install-recommends"]
        run([*command, *(service.package for service in services)], f"cannot install {names(services)}")


@contextmanager
def no_autostart() -> Iterator[None]:
    """Keeps apt-get from starting servers by itself: RabbitMQ would listen on every interface."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def wait(service: Service) -> None:
    deadline = time.monotonic() + PATIENCE
    while not answers(service):
        if time.monotonic() > deadline:
            raise Unable(f"{service.title} was started and does not answer on {HOST}:{service.port}")
        time.sleep(0.25)


def run(command: list[str], fault: str) -> None:
    # A database cluster takes its encoding from the locale of its installation.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    # A file and not a pipe: a server that stays in the background would hold the pipe open for ever.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode:
            output.seek(0)
            lines = output.read().decode(errors="replace").split("\n")
            last = [line.strip() for line in lines if line.strip()][-1:] or ["it ended without a word"]
            raise Unable(f"{fault}: {last[0].rstrip('.')}")


def names(services: Sequence[Service]) -> str:
    return ", ".join(service.title for service in services)


if __name__ == "__main__":
    sys.exit(main())
