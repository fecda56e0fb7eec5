"""A message that is received beside the catalogue of events.

## What it does
Finds what subscribes by hand: decorators of brokers, Redis pubsub and streams, RabbitMQ, NATS, Kafka and their kind,
under whatever name.

## Why is this bad
What a service listens to is said by the operations that `subscribe`: from there come the consumer, its retries, its
checks, and the order in which services start. A subscriber by hand has none of it, and nobody knows that it is there.

## Example
# services/notifications/src/listen.py
from redis.asyncio import Redis


async def listen(redis: Redis) -> None:
    await redis.pubsub().subscribe("title_added")

## Use instead
# shared/spec/models.yaml
models: {Title: {fields: {text: string}}}
# shared/spec/events.yaml
events: {title_added: {message: Title, publish: true, subscribe: true}}
# services/notifications/spec/routers/titles.yaml
operations: {greet: {input: Title, events: {subscribe: title_added}}}
# services/notifications/src/controllers/titles.py
from services.notifications.src.generated.protocols import TitlesControllerProtocol
from shared.generated.schemas import Title


class TitlesController(TitlesControllerProtocol):
    async def greet(self, payload: Title) -> None:
        return None
"""

import ast
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
    "write an operation with `events: {{subscribe: <event>}}`; its controller gets the message",
)


def _check(site: Site) -> Iterator[Finding]:
    found = brokers.used(site, brokers.TAKES)
    if found is not None:
        yield site.finding(site.node.func, name=found, hint=_hint(site, arguments(site.node)))


def _hint(site: Site, given: list[ast.expr]) -> str:
    texts = [text for expr in given for text in site.texts(expr)]
    known = {event.name.text for event in site.project.events}
    word = next((text for text in texts if text in known), texts[0] if texts else "")
    if not word:
        return ""
    event, new = Name.of(word).snake or "<event>", word not in known
    first = (
        f"write `{event}: {{message: <Model>, subscribe: true}}` in shared/spec/events.yaml, and " if new else "write "
    )
    return f"{first}`on_{event}: {{input: <Model>, events: {{subscribe: {event}}}}}` under `operations` of a domain"


RULE = Rule(CODE, (ast.Call,), _check, quiet=True)
