"""A message that is sent beside the catalogue of events.

## What it does
Finds what sends through a broker by hand: FastStream, Redis (publish and streams), RabbitMQ, NATS, Kafka, Celery and
their kind, under whatever name, and brokers that are made for it.

## Why is this bad
An event that only code knows has no schema that its readers share, is not in the document of the events, is sent though
the transaction fails, and breaks its readers when it changes.

## Example
# services/backend/src/tell.py
from redis.asyncio import Redis


async def tell(redis: Redis, title: str) -> None:
    await redis.publish("book_added", title)

## Use instead
# services/backend/src/tell.py
from shared.generated.events import publish_book_added
from shared.generated.schemas import BookRead


async def tell(book: BookRead) -> None:
    await publish_book_added(book)
"""

import ast
import re
from collections.abc import Iterator

from framework.ir import Event, Name
from framework.lint.code.values import Symbol, Value
from framework.lint.contract import brokers
from framework.lint.contract.called import arguments
from framework.lint.contract.served import EVENTS
from framework.lint.contract.through import through
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "EVT001",
    "hand-made-publish",
    "'{name}' sends beside the events of the specs",
    "declare the event in shared/spec/events.yaml and call its publish function of shared.generated.events",
)

CHANNEL = re.compile(r"[A-Za-z][\w.:-]{0,60}\Z")


def _check(site: Site) -> Iterator[Finding]:
    found = brokers.used(site, brokers.SENDS) or brokers.made(site)
    if found is not None:
        yield site.finding(site.node.func, name=found, hint=_hint(site))
        return
    for inner in through(site, (ast.Call,), _tells):
        sent = brokers.used(inner, brokers.SENDS)
        if sent is not None:
            yield site.finding(name=sent, hint=_hint(site))
            return


def _tells(value: Value) -> bool:
    return isinstance(value, Symbol) and value.path.split(".")[0] in brokers.PACKAGES


def _hint(site: Site) -> str:
    """The event of the channel that is named, be it declared or not."""
    texts = [text for expr in arguments(site.node) for text in site.texts(expr)]
    known = {event.name.text: event for event in site.project.events}
    event = next((known[text] for text in texts if text in known), None)
    if event is not None:
        return _declared(event)
    word = next((text for text in texts if CHANNEL.match(text)), "")
    name = Name.of(word).snake if word else "<event>"
    return (
        f"write `{name}: {{message: <Model>, publish: true}}` under `events` in shared/spec/events.yaml, and call "
        f"publish_{name} of {EVENTS}"
    )


def _declared(event: Event) -> str:
    publish = f"call publish_{event.name.snake} of {EVENTS}"
    return publish if event.publish else f"write `publish: true` at the event {event.name}, and {publish}"


RULE = Rule(CODE, (ast.Call,), _check, quiet=True)
