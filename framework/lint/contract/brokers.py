"""The libraries through which events travel, by what they call sending and receiving."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.lint.contract.called import arguments, names

if TYPE_CHECKING:
    from framework.lint.rule import Site

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SENDS, TAKES = 0, 1

_OF = {
    "faststream": (r"publish|publish_batch|publisher|request", r"subscriber"),
    "propan": (r"publish|publisher", r"handle|subscriber"),
    "redis": (r"publish|xadd|spublish", r"pubsub|subscribe|psubscribe|xread|xreadgroup|xautoclaim"),
    "aioredis": (r"publish|xadd", r"pubsub|xread|xreadgroup"),
    "valkey": (r"publish|xadd|spublish", r"pubsub|xread|xreadgroup"),
    "coredis": (r"publish|xadd", r"pubsub|xread|xreadgroup"),
    "aio_pika": (r"publish", r"consume|iterator|get"),
    "pika": (r"basic_publish", r"basic_consume|consume|basic_get|start_consuming"),
    "aiormq": (r"basic_publish", r"basic_consume|basic_get"),
    "amqp": (r"basic_publish", r"basic_consume"),
    "kombu": (r"publish", r"consume|consuming"),
    "nats": (r"publish|request", r"subscribe|pull_subscribe"),
    "kafka": (r"send", r"poll|subscribe"),
    "aiokafka": (r"send|send_and_wait|send_batch", r"getone|getmany|subscribe"),
    "confluent_kafka": (r"produce", r"poll|consume|subscribe"),
    "celery": (r"send_task", r"\b\B"),
    "paho": (r"publish", r"subscribe"),
    "aiomqtt": (r"publish", r"subscribe"),
    "boto3": (r"send_message|send_message_batch|publish|publish_batch|put_events", r"receive_message"),
    "google": (r"publish", r"subscribe"),
    "zmq": (r"send|send_string|send_json|send_multipart", r"recv|recv_string|recv_json|recv_multipart|subscribe"),
}
"""By the package: what sends, and what receives."""

PACKAGES = frozenset(_OF)

MAKES = re.compile(
    r"(?:faststream|propan)\.\w*(?:Broker|Router|FastStream)\Z"
    r"|aio_pika\.connect(?:_robust)?\Z|pika\.\w+Connection\Z|aiormq\.connect\Z|nats\.(?:connect|NATS)\Z"
    r"|(?:kafka|aiokafka|confluent_kafka)\.\w*(?:Producer|Consumer)\Z|kombu\.(?:Connection|Producer|Consumer)\Z"
    r"|paho\.Client\Z|aiomqtt\.Client\Z"
)
"""What is for events and nothing else, so that making one is a way around the catalogue."""

HELD = re.compile(r"(?:\A|[.)])_?(?:broker|redis|nats|js|amqp|kafka|rabbit|producer)(?:\(\))?\.(?P<word>\w+)\Z")
"""A broker that is kept somewhere: `request.app.state.broker.publish`."""

COMMANDS = (
    re.compile(r"\A\W*(S?PUBLISH|XADD|NOTIFY\s+\w+)\b|\bredis\.p?call\(\s*.(S?PUBLISH|XADD)\b|\bpg_notify\(", re.I),
    re.compile(r"\A\W*(P?SUBSCRIBE|XREAD|XREADGROUP|XAUTOCLAIM|LISTEN\s+\w+)\b|\bredis\.p?call\(\s*.XREAD", re.I),
)
"""What is said to Redis as text, by the side, and to the database, which has channels, too."""

SQL = frozenset({"sqlalchemy.text"})
SPEAKS = (".execute_command", ".eval", ".register_script", ".script_load", *SQL)
DECORATORS = ("publisher", "subscriber")
"""What a broker decorates functions with."""

WORDS = (
    frozenset({"publish", "xadd", "spublish", "send_task", "publish_batch", "send_and_wait", "basic_publish"}),
    frozenset({"subscribe", "psubscribe", "subscriber", "basic_consume", "xread"}),
)
"""What a thing that nobody knows is asked for, where a channel is named."""


def used(site: Site, side: int) -> str | None:
    """The name of a call that sends (side 0) or receives (side 1) by hand."""
    node: ast.Call = site.node
    found = names(site, node)
    known = sorted(name for name in found if _is(name, side))
    if known:
        return known[0].replace("()", "")
    spoken = sorted(name for name in found if name.endswith(SPEAKS) and ("redis" in name.lower() or name in SQL))
    word = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if not spoken and word not in WORDS[side] and word != DECORATORS[side]:
        return None
    if spoken and any(COMMANDS[side].search(text) for text in _texts(site, node)):
        return spoken[0].replace("()", "")
    if site.values(node.func):
        return None
    if word == DECORATORS[side] and _decorates(site):
        return word
    if word not in WORDS[side]:
        return None
    return word if {event.name.text for event in site.project.events} & set(_texts(site, node)) else None


def _decorates(site: Site) -> bool:
    """Whether the call stands above a function."""
    functions = (each for each in ast.walk(site.file.scope.node) if isinstance(each, FUNCTIONS))
    return any(site.node in each.decorator_list for each in functions)


def _texts(site: Site, node: ast.Call) -> list[str]:
    return [text for expr in arguments(node) for text in site.texts(expr)]


def made(site: Site) -> str | None:
    """The name of a call that makes a broker."""
    return next((name for name in sorted(names(site, site.node)) if MAKES.match(name)), None)


@lru_cache(maxsize=10_000)
def _is(name: str, side: int) -> bool:
    head, _, word = name.partition(".")[0], *name.rpartition(".")[1:]
    known = _OF.get(head)
    if known is not None:
        return bool(re.fullmatch(known[side], word)) and "." in name
    found = HELD.search(name)
    return bool(found and found["word"] in WORDS[side] | {"request", "publisher"})
