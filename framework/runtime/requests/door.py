"""Shuts the door of a server before it is taken away.

To close a listening socket resets every connection that the kernel has taken and the server has not: their clients see
a broken request. So the kernel is first told to let no new one begin, and what is at the door still comes in. Whoever
knocks meanwhile is refused when the socket closes.
"""

import multiprocessing
import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_ATTACH = 26
"""SO_ATTACH_FILTER of Linux, which Python has no name for."""

_FILTER = (
    (0x30, 0, 0, 13),  # load the byte of the flags of TCP
    (0x45, 0, 1, 0x02),  # is it a SYN, by which a connection begins?
    (0x06, 0, 0, 0),  # drop it
    (0x06, 0, 0, 0xFFFFFFFF),  # let it pass
)
"""https://www.kernel.org/doc/html/latest/networking/filter.html"""


class Door:
    """That of one process. Workers stand behind one socket, so the last of them to go shuts it: one that a parent
    replaces leaves it open. Each keeps an abstract Unix socket as a sign that it stays, which ends with it."""

    def __init__(self) -> None:
        self._sign: socket.socket | None = None

    def stay(self) -> None:
        parent = multiprocessing.parent_process()
        if sys.platform == "linux" and parent is not None:
            self._sign = socket.socket(socket.AF_UNIX)
            with suppress(OSError):  # of two apps in one process one sign is enough
                self._sign.bind(f"\0{_signs(parent.pid)}{os.getpid()}")

    def leave(self) -> None:
        if self._sign is not None:
            self._sign.close()

    def shut(self, handler: object) -> None:
        """`handler` is the method of the server that takes the signal. A socket that systemd or a reloader has handed
        in serves another process afterwards."""
        parent = multiprocessing.parent_process()
        if sys.platform != "linux" or (parent is not None and _stays(parent.pid)):
            return
        for number in _listening(handler):
            with socket.socket(fileno=os.dup(number)) as door:
                if door.family in (socket.AF_INET, socket.AF_INET6):
                    _refuse(door)


def _refuse(door: socket.socket) -> None:
    import ctypes

    rows = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *row) for row in _FILTER))
    with suppress(OSError):  # a kernel that knows no filters: the door closes as it always did
        door.setsockopt(socket.SOL_SOCKET, _ATTACH, struct.pack("HL", len(_FILTER), ctypes.addressof(rows)))


def _signs(parent: int | None) -> str:
    return f"autogen-worker-{parent}-"


def _stays(parent: int | None) -> bool:
    """Whether another worker of the same parent stays."""
    try:
        signs = Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True  # nobody knows
    return f"@{_signs(parent)}" in signs


def reloaded(handler: object) -> bool:
    """Whether the next process of a developer waits for the end of this one."""
    return bool(getattr(_config(handler), "should_reload", False))


def _listening(handler: object) -> Iterator[int]:
    if getattr(_config(handler), "fd", 0) is None and not reloaded(handler):
        for one in getattr(getattr(handler, "__self__", None), "servers", ()):
            for listening in one.sockets:
                yield listening.fileno()


def _config(handler: object) -> object:
    """That of uvicorn, if the handler is of its server."""
    return getattr(getattr(handler, "__self__", None), "config", None)
