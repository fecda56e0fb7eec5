"""The catalogue of events."""

from framework.diagnostics import Code, Related
from framework.ir import Event
from framework.lower.bodies import model_of
from framework.lower.draft import Draft
from framework.lower.names import identifier, name_of, twins
from framework.lower.types import Scope
from framework.source import At
from framework.spec.event import Event as Shape
from framework.spec.event import EventsFile

NO_SIDE = Code(
    "LOW090",
    "event-without-side",
    "the event '{name}' is neither published nor received",
    "An event has a sender, a receiver, or both in this workspace.",
    "add `publish: true`, `subscribe: true` or both",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_added: {message: Book}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events.yaml\nevents: {book_added: {message: Book, publish: true}}",
)
DUPLICATE_EVENT = Code(
    "LOW091",
    "duplicate-event",
    "the event '{name}' is declared twice",
    "The files of shared/spec/events make one catalogue, in which a name stands once.",
    "remove one of the declarations",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events/a.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# shared/spec/events/b.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
    "# shared/spec/models.yaml\nmodels: {Book: {fields: {title: string}}}\n"
    "# shared/spec/events/a.yaml\nevents: {book_lost: {message: Book, subscribe: true}}\n"
    "# services/backend/spec/routers/books.yaml\noperations: {on_lost: {input: Book, events: {subscribe: book_lost}}}",
)


def events(draft: Draft) -> None:
    places: dict[str, At] = {}
    for sheet in draft.spec.each(EventsFile):
        for name, shape in sheet.body.events.items():
            at = sheet.at["events"][name]
            if name in places:
                related = [Related(places[name].key, "the first declaration")]
                draft.report.add(DUPLICATE_EVENT, at.key, name=name, related=related)
                continue
            places[name] = at
            _event(draft, name, shape, at)
    twins(draft, places)


def _event(draft: Draft, name: str, shape: Shape, at: At) -> None:
    identifier(draft, name, at, "an event")
    if not shape.publish and not shape.subscribe and draft.sound(at):
        draft.report.add(NO_SIDE, at.key, name=name)
    message = model_of(draft, shape.message, at["message"], Scope(), "a message")
    draft.events[name] = Event(name_of(name), message, shape.publish, shape.subscribe, at.key, shape.description)
