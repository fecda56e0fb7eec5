"""`events.yaml`: the catalogue of events."""

from typing import Any, ClassVar

from framework.spec.shape import Flag, Shape, Text, Version, key


class Event(Shape):
    HOLES: ClassVar[dict[str, Any]] = {"message": ""}
    LATER: ClassVar[frozenset[str]] = frozenset({"key", "delivery", "version"})

    message: Text = key("the model or variant that the event carries", "BookRead")
    publish: Flag = key("a service of this workspace sends it", True, False)
    subscribe: Flag = key("a service of this workspace receives it", True, False)
    description: Text | None = key("what has happened when the event is sent", "A title was added", None)


class EventsFile(Shape):
    spec: Version = key("the version of the language", 1, 1)
    events: dict[str, Event] = key("the events by name", {"book_created": {"message": "BookRead"}}, {})
