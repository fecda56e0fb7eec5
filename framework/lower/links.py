"""Operations and the catalogue of events: the names exist, the directions agree, and both sides mean one message."""

from typing import Any

from framework.diagnostics import Code, Edit, Fix, Related
from framework.ir import Event, Operation, Ref, Type, tie
from framework.lower.bodies import UNKNOWN
from framework.lower.draft import Draft, OperationDraft
from framework.spec.event import EventsFile

UNKNOWN_EVENT = Code(
    "LOW150",
    "unknown-event",
    "no event named '{name}'",
    "Whatever is sent or received stands in the catalogue, so that both sides read one contract.",
    "correct the name, or declare it in shared/spec/events.yaml",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_los}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
)
WRONG_SIDE = Code(
    "LOW151",
    "wrong-side",
    "the catalogue does not say that the event '{name}' is {done}",
    "The catalogue tells who may send and who may receive an event.",
    "add `{key}: true` to the event",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, publish: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, publish: true, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
)
NO_BODY_FOR_EVENT = Code(
    "LOW152",
    "event-without-body",
    "`{key}: {name}` needs an {part}",
    "A subscriber receives the message as its input; a publisher sends its output, or on an error its input.",
    "add `{part}: {message}`, the message of the event",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {events: {subscribe: book_lost}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
)
MESSAGE_MISMATCH = Code(
    "LOW153",
    "message-mismatch",
    "the event '{name}' carries '{message}', but the {part} of '{operation}' is '{found}'",
    "Sender and receiver would read the same bytes as two different things, and the receiver refuses them.",
    "make the {part} '{message}', or change the message of the event",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {}}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: BookRead, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {}}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: BookRead, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {on_lost: {input: BookRead, events: {subscribe: book_lost}}}",
)
UNUSED_EVENT = Code(
    "LOW154",
    "unused-event",
    "no operation sends or receives the event '{name}'",
    "A declared event that nobody uses is a promise without anyone behind it.",
    "name it under `events:` of an operation, or remove it",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
    severity="warning",
)
DEAD_MESSAGE_MODEL = Code(
    "LOW155",
    "message-model",
    "`message_model` has no effect",
    "It is a key of the predecessor that nothing ever read: the catalogue says what an event carries.",
    "remove the key",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  on_lost: {input: Book, events: {subscribe: book_lost, message_model: Book}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
    severity="warning",
)
MESSAGE_MODEL_DIFFERS = Code(
    "LOW156",
    "message-model-differs",
    "`message_model: {found}` contradicts the catalogue, where '{name}' carries '{message}'",
    "The key was never read, and what it says is not what is sent.",
    "remove the key, or change the message of the event",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {}}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations:\n"
    "  on_lost: {input: Book, events: {subscribe: book_lost, message_model: BookRead}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}, variants: {Read: {}}}}\n"
    "# shared/spec/events.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
)

SIDES = (
    ("subscribe", "input", "subscribe", "received"),
    ("publish_on_success", "output", "publish", "published"),
    ("publish_on_error", "input", "publish", "published"),
)
"""The key at an operation, the part that is the message, the key of the catalogue, and what is done."""


def links(draft: Draft) -> None:
    used: set[str] = set()
    for made in draft.operations:
        if made.body.events is not None:
            for side in SIDES:
                _side(draft, made, side, used)
            _message_model(draft, made)
    _sides(draft)
    _unused(draft, used)


def _sides(draft: Draft) -> None:
    """Give each event the operations that send it and those that receive it."""
    senders: dict[int, list[Operation]] = {}
    receivers: dict[int, list[Operation]] = {}
    for made in draft.operations:
        one = made.operation
        for event in dict.fromkeys(id(sent) for sent in (one.publish_on_success, one.publish_on_error) if sent):
            senders.setdefault(event, []).append(one)
        if one.subscribe is not None:
            receivers.setdefault(id(one.subscribe), []).append(one)
    for event_ in draft.events.values():
        publishers, subscribers = senders.get(id(event_), ()), receivers.get(id(event_), ())
        tie(event_, publishers=tuple(publishers), subscribers=tuple(subscribers))


def _unused(draft: Draft, used: set[str]) -> None:
    """An event that nobody names; not asked where an operation or a name of an event could not be read."""
    blind = any(kind == "domain" for kind, _, _ in draft.spec.broken) or not used <= set(draft.events)
    if blind or not all(draft.sound(made.at) and draft.sound(made.at["events"]) for made in draft.operations):
        return
    for name, event in draft.events.items():
        if name not in used and (event.publish or event.subscribe):
            draft.report.add(UNUSED_EVENT, event.span, name=name)


def _side(draft: Draft, made: OperationDraft, side: tuple[str, str, str, str], used: set[str]) -> None:
    key, part, flag, done = side
    name = getattr(made.body.events, key)
    if name is None:
        return
    used.add(name)
    at = made.at["events"][key]
    event = draft.events.get(name)
    if event is None:
        if not draft.hidden("events"):
            draft.report.unknown(UNKNOWN_EVENT, at.span, name, list(draft.events))
        return
    tie(made.operation, **{key: event})
    if not getattr(event, flag) and (event.publish or event.subscribe) and _declared(draft, event):
        related = [Related(event.span, "the event")]
        draft.report.add(WRONG_SIDE, at.span, name=name, done=done, key=flag, related=related)
    _message(draft, made, event, key, part)


def _message(draft: Draft, made: OperationDraft, event: Event, key: str, part: str) -> None:
    at, name, message = made.at["events"][key], event.name.text, event.message.name.text
    if event.message is UNKNOWN:
        return
    if getattr(made.body, part) is None:
        if draft.sound(made.at):
            draft.report.add(NO_BODY_FOR_EVENT, at.span, key=key, name=name, part=part, message=message)
        return
    body: Type | None = getattr(made.operation, part)
    if body is not None and body != Ref(event.message):
        related = [Related(event.span, "the event"), Related(made.at[part].span, f"the {part}")]
        values: dict[str, Any] = {"name": name, "message": message, "part": part, "operation": made.operation.name.text}
        draft.report.add(MESSAGE_MISMATCH, at.span, found=getattr(made.body, part), related=related, **values)


def _declared(draft: Draft, event: Event) -> bool:
    """Whether the declaration was read as it stands."""
    for sheet in draft.spec.each(EventsFile):
        at = sheet.at["events"]
        if at.file == event.span.file and at.has(event.name.text):
            return draft.sound(at[event.name.text])
    return False


def _message_model(draft: Draft, made: OperationDraft) -> None:
    events = made.body.events
    found = events.message_model if events is not None else None
    if events is None or found is None:
        return
    at = made.at["events"]["message_model"]
    for name in (events.subscribe, events.publish_on_success, events.publish_on_error):
        event = draft.events.get(name or "")
        if event is not None and event.message is not UNKNOWN and event.message.name.text != found:
            values: dict[str, Any] = {"found": found, "name": name, "message": event.message.name.text}
            draft.report.add(MESSAGE_MODEL_DIFFERS, at.span, related=[Related(event.span, "the event")], **values)
            return
    draft.report.add(DEAD_MESSAGE_MODEL, at.key, fix=_removal(draft, made))


def _removal(draft: Draft, made: OperationDraft) -> Fix | None:
    """Take the key out where it has a line of its own; inside of braces its author has to."""
    at = made.at["events"]["message_model"]
    key, value = at.key, at.value
    lines = draft.tree.lines(key.file)
    line = lines[key.line - 1] if key.line <= len(lines) else ""
    if line[: key.column - 1].strip() or value.end_line != key.line or key.line >= len(lines):
        return None
    return Fix((Edit(key.file, (key.line, 1), (key.line + 1, 1), ""),))
