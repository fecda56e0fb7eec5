"""A client that holds connections open and asks all the time, and keeps account of what became of each request."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from tests.behaviour.outages.servers import HOST


class Account:
    """`answers` by status, `refused` connections, and what `broke`: a request without a whole answer."""

    def __init__(self) -> None:
        self.answers = Counter[int]()
        self.refused = 0
        self.broke: list[str] = []
        self.closing = 0


@contextmanager
def asking(port: int, paths: tuple[str, ...], connections: int = 16) -> Iterator[Account]:
    """`connections` at once, each over and over, in a thread with a loop of its own."""
    account, over = Account(), threading.Event()

    async def run() -> None:
        async with asyncio.TaskGroup() as tasks:
            for number in range(connections):
                tasks.create_task(_keep_asking(port, paths[number % len(paths)], account, over))

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    try:
        yield account
    finally:
        over.set()
        thread.join()


async def _keep_asking(port: int, path: str, account: Account, over: threading.Event) -> None:
    while not over.is_set():
        try:
            async with asyncio.timeout(10):
                reader, writer = await asyncio.open_connection(HOST, port)
        except OSError:
            account.refused += 1
            await asyncio.sleep(0.02)
            continue
        try:
            await _ask(reader, writer, path, account, over)
        except (OSError, EOFError, TimeoutError) as fault:
            account.broke.append(f"{type(fault).__name__} at {path}, {time.monotonic():.3f}")
        finally:
            writer.close()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, account: Account, over: threading.Event
) -> None:
    """Until the server asks to connect anew."""
    while not over.is_set():
        writer.write(f"GET {path} HTTP/1.1\r\nHost: here\r\n\r\n".encode())
        async with asyncio.timeout(30):
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
            told = dict(line.split(": ", 1) for line in head[1:] if line)
            await reader.readexactly(int(told["content-length"]))
        account.answers[int(head[0].split()[1])] += 1
        if told.get("connection") == "close":
            account.closing += 1
            return
