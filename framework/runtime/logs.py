"""What a process says of itself: one JSON object a line, or something pleasant to read on a terminal.

All of it takes one road, whoever speaks: structlog, the standard library, the server. So every record is redacted, and
every record tells the request it belongs to.
"""

import json
import logging
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any, TextIO, cast

import structlog
from pydantic import BaseModel
from structlog.stdlib import BoundLogger, ProcessorFormatter
from structlog.typing import Processor, WrappedLogger

from framework.runtime.context import ids
from framework.runtime.redaction import Redactor
from framework.runtime.told import crashes

ACCESS = "framework.access"
_SERVER = ("uvicorn", "uvicorn.error", "uvicorn.asgi")
_CHATTY = ("aiosqlite", "httpcore", "httpcore2", "httpx", "httpx2", "urllib3")
"""They tell each URL that is called and each statement that is sent, with all that they hold."""

_OURS = ("timestamp", "level", "event", "logger", "service", "request_id", "trace_id", "span_id", "exception")
_THEIRS = ("asctime", "color_message", "message")
"""What formatters of others and the server have put into a record for themselves."""

Event = MutableMapping[str, Any]
_access = logging.getLogger(ACCESS)


def get_logger(name: str) -> BoundLogger:
    """A logger that takes fields by name: `log.info("paid", order=order.id)`. It may be made before `configure`."""
    chain: list[Processor] = [structlog.stdlib.filter_by_level, ProcessorFormatter.wrap_for_formatter]
    made = structlog.wrap_logger(logging.getLogger(name), chain, BoundLogger, cache_logger_on_first_use=True)
    return cast(BoundLogger, made)


def access(told: dict[str, object]) -> None:
    """The line of one request. On the shortest way, for there is one for each; its words are ours, so they are not
    redacted."""
    if _access.isEnabledFor(logging.INFO):
        _access.handle(logging.LogRecord(ACCESS, logging.INFO, __file__, 0, {"event": "request", **told}, (), None))


def configure(settings: Any, service: str | None = None) -> Redactor:
    """Set up the log of this process, and what it keeps to itself. A second call takes the place of the first.

    Handlers that others have put there stay; those of the server go, for it would tell paths and queries."""
    redactor = Redactor(settings if isinstance(settings, BaseModel) else None)
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, Output)]:
        root.removeHandler(handler)
    level = str(getattr(settings, "log_level", "info")).upper()
    root.addHandler(Output(_formatter(settings, redactor, service)))
    root.setLevel(level)
    for name in _SERVER:
        server = logging.getLogger(name)
        server.handlers, server.propagate = [], True
    access = logging.getLogger("uvicorn.access")
    access.handlers, access.propagate = [], False
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        [structlog.stdlib.filter_by_level, ProcessorFormatter.wrap_for_formatter],
        wrapper_class=BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    return redactor


class Output(logging.Handler):
    """Standard output as it is when a record comes: tests and servers put others in its place."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        """In UTF-8 whatever the locale is, and in one piece, so that workers which share a pipe do not mix lines."""
        try:
            line = self.format(record).encode("utf-8", "backslashreplace") + b"\n"
            _write(sys.stdout, line)
        except Exception:  # noqa: BLE001  # see handleError
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # a name of logging's
        """The standard library would write the record with its arguments, unredacted; this tells only its place."""
        if record.msg is not _BROKEN:
            place = {"place": f"{record.pathname}:{record.lineno}", "exception_type": _kind(sys.exc_info()[0])}
            broken = logging.makeLogRecord({"name": record.name, "levelname": "ERROR", "levelno": 40, **place})
            broken.msg = _BROKEN
            self.emit(broken)


def _write(stream: TextIO, line: bytes) -> None:
    """Some streams hold text only; of the others the bytes are written, whatever their encoding is."""
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(line.decode())
    else:
        stream.flush()
        buffer.write(line)
    stream.flush()


_BROKEN = "a record could not be written"


def _formatter(settings: Any, redactor: Redactor, service: str | None) -> ProcessorFormatter:
    terminal = sys.stdout.isatty()
    asked = getattr(settings, "log_format", "auto")
    pretty = asked == "pretty" or (asked == "auto" and terminal)
    chain = _Chain(redactor, service)
    if not pretty:
        return _Lines([chain, _json])
    if terminal and getattr(settings, "app_env", None) == "dev":
        chain.structured = False  # the developer's own screen
        return _Lines([chain, _plain, _console(colors=True)])
    return _Lines([chain, _flat, _plain, _console(colors=terminal)])


class _Lines(ProcessorFormatter):
    def __init__(self, chain: list[Processor]) -> None:
        super().__init__(processors=chain, foreign_pre_chain=[structlog.stdlib.ExtraAdder()])

    def format(self, record: logging.LogRecord) -> str:
        if record.name != ACCESS or not isinstance(record.msg, dict):
            return super().format(record)
        event: Any = {**record.msg, "_record": record, "_from_structlog": True}
        for processor in self.processors:
            event = processor(None, "info", event)
        return str(event)


class _Chain:
    """A record with all that belongs in it, and nothing else."""

    def __init__(self, redactor: Redactor, service: str | None) -> None:
        self._redactor, self._service, self.structured = redactor, service, True

    def __call__(self, logger: WrappedLogger, method: str, event: Event) -> Event:
        record: logging.LogRecord = event.pop("_record")
        if not event.pop("_from_structlog"):
            for name in _THEIRS:
                event.pop(name, None)
        fault = _fault(event.pop("exc_info", None))
        own = record.name == ACCESS  # in words, templates and numbers of ours
        text = str(event.pop("event", ""))
        told: dict[str, Any] = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="microseconds"),
            "level": record.levelname.lower(),
            "event": text if own else self._redactor.text(text),
            "logger": record.name,
        }
        if self._service:
            told["service"] = self._service
        told |= ids()
        if own:
            told |= event
            event = {}
        told |= self._fields({**structlog.contextvars.get_contextvars(), **event})
        if fault is not None:
            told |= {"exception": crashes.told(fault, self._redactor.text)} if self.structured else {"exc_info": fault}
        return told

    def _fields(self, event: Event) -> dict[str, Any]:
        found = self._redactor.data(event) if event else {}
        return {f"{name}_" if name in _OURS else name: value for name, value in found.items()}


def _fault(given: Any) -> BaseException | None:
    if given is True:
        return sys.exc_info()[1]
    if isinstance(given, tuple):
        return given[1] if len(given) > 1 else None
    return given if isinstance(given, BaseException) else None


def _json(logger: WrappedLogger, method: str, event: Event) -> str:
    return _encode(event)


_encode = json.JSONEncoder(ensure_ascii=False, default=str).encode


def _flat(logger: WrappedLogger, method: str, event: Event) -> Event:
    if "exception" in event:
        event["exception"] = "\n".join(crashes.lines(event["exception"]))
    return event


def _plain(logger: WrappedLogger, method: str, event: Event) -> Event:
    """On a terminal a control character is an order, and a line break begins a record that nobody wrote."""
    for name, value in event.items():
        if name != "exception" and isinstance(value, str) and not value.isprintable():
            event[name] = value.translate(_CONTROLS)
    return event


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}


def _console(colors: bool) -> Processor:
    """Locals may hold anything, also on the screen of a developer who shares it."""
    if "rich" in sys.modules:
        return structlog.dev.ConsoleRenderer(
            colors=colors, exception_formatter=structlog.dev.RichTracebackFormatter(show_locals=False)
        )
    return structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=structlog.dev.plain_traceback)


def _kind(kind: type[BaseException] | None) -> str:
    return kind.__qualname__ if kind else "none"
