"""A message that is received beside the catalogue of events.

## What it does
Finds what subscribes by hand: decorators of brokers, Redis pubsub and streams, RabbitMQ, NATS, Kafka and their kind,
under whatever name.

## Why is this bad
What a service listens to is said by the operations that `subscribe`: from there come the consumer, its retries, its
checks, and the order in which services start. A subscriber by hand has none of it, and nobody knows that it is there.

## Example
# services/backend/src/listen.py
from redis.asyncio import Redis


async def listen(redis: Redis) -> None:
    await redis.pubsub().subscribe("book_added")

## Use instead
# services/backend/spec/routers/shelves.yaml
operations: {shelve_book: {input: BookRead, events: {subscribe: book_added}}}
# services/backend/src/controllers/shelves.py
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated.protocols import ShelvesControllerProtocol
from shared.generated.schemas import BookRead


class ShelvesController(ShelvesControllerProtocol):
    async def shelve_book(self, session: AsyncSession, payload: BookRead) -> None:
        return None
"""

import ast
import re
from collections.abc import Iterator

from framework.ir import Name
from framework.lint.contract import brokers
from framework.lint.contract.called import arguments
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "EVT002",
    "hand-made-subscriber",
    "'{name}' receives beside the operations of the specs",
    "write an operation with `events: {{subscribe: …}}`; its controller gets the message",
)

CHANNEL = re.compile(r"[A-Za-z][\w.:-]{0,60}\Z")


def _check(site: Site) -> Iterator[Finding]:
    found = brokers.used(site, brokers.TAKES)
    if found is not None:
        yield site.finding(site.node.func, name=found, hint=_hint(site, arguments(site.node)))


def _hint(site: Site, given: list[ast.expr]) -> str:
    texts = [text for expr in given for text in site.texts(expr)]
    known = {event.name.text for event in site.project.events}
    word = next((text for text in texts if text in known), "")
    channel = next((text for text in texts if CHANNEL.match(text)), "")
    event = Name.of(word or channel).snake or "<event>"
    first = (
        "write " if word else f"write `{event}: {{message: <Model>, subscribe: true}}` in shared/spec/events.yaml, and "
    )
    return f"{first}`on_{event}: {{input: <Model>, events: {{subscribe: {event}}}}}` under `operations` of a domain"


RULE = Rule(CODE, (ast.Call,), _check, quiet=True)
