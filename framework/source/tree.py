"""One YAML file: text to plain values and places, in one pass over the events of the C parser.

Composing nodes first and walking them afterwards would be the usual way. It costs a second pass, loses the place of
an alias, and the composer overflows the C stack on deep nesting before anyone could count the levels.
"""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave out what the module imports

from framework.diagnostics import Report, Span
from framework.source import faults
from framework.source.marks import Marks
from framework.source.place import WHOLE, Place
from framework.source.scalar import plain

DEEPEST = 64
MOST_ALIASES = 10_000
MOST_NODES = 1_000_000
YAML_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Parsed:
    """`place` is None where the text is no YAML; `faulty` says that something was reported and left out."""

    value: Any
    place: Place | None
    faulty: bool = False


class Stop(Exception):
    """The file cannot be read any further; what is wrong has been reported."""


class Frame:
    """A mapping or a list that is still open. `aliases` and `nodes` count what it would be, written out; a block ends
    where the last value in it does and not, as the parser has it, where the next one begins."""

    __slots__ = (
        "aliases", "anchor", "end", "height", "inside", "key", "key_area",
        "merged", "merging", "nodes", "start", "value",
    )  # fmt: skip

    def __init__(self, value: Any, inside: Any, start: Any, anchor: str | None) -> None:
        self.value = value
        self.inside = inside
        self.start = start
        self.anchor = anchor
        self.key: str | None = None
        self.key_area: Any = None
        self.end: Any = None
        self.merging = False
        self.merged: list[tuple[Any, Any]] = []
        self.aliases = 0
        self.nodes = 1
        self.height = 1


def parse(path: str, text: str, report: Report) -> Parsed:
    builder = Builder(path, text, report)
    try:
        builder.run(CParser(text))
    except Stop:
        return Parsed(None, None, faulty=True)
    except yaml.YAMLError as fault:
        faults.syntax(fault, path, text, builder.marks, report)
        return Parsed(None, None, faulty=True)
    return Parsed(builder.value, builder.place, builder.faulty)


class Builder:
    def __init__(self, path: str, text: str, report: Report) -> None:
        self.path = path
        self.report = report
        self.marks = Marks(text)
        self.value: Any = None
        self.place: Place = WHOLE
        self.faulty = False
        self.stack: list[Frame] = []
        self.anchors: dict[str, tuple[Any, Any, Any, int, int, int]] = {}
        self.documents = 0
        self.steps = {
            yaml.ScalarEvent: self.scalar,
            yaml.AliasEvent: self.alias,
            yaml.MappingStartEvent: self.open_mapping,
            yaml.SequenceStartEvent: self.open_list,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.DocumentStartEvent: self.document,
        }

    def run(self, parser: Any) -> None:
        steps = self.steps
        while parser.check_event():
            event = parser.get_event()
            step = steps.get(type(event))
            if step is not None:
                step(event)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop(faults.SECOND_DOCUMENT, event)

    def scalar(self, event: Any) -> None:
        area = self.marks.area(event)
        text = event.value
        if event.tag is not None:
            self.fault(faults.TAG, area, tag=event.tag.replace(YAML_TAG, "!!"))
        if self.stack and self.stack[-1].key is None and self.stack[-1].value.__class__ is dict:
            self.open_key(text, area, event)
            return
        value = text
        if event.implicit[0] if event.tag is None else event.tag != YAML_TAG + "str":
            try:
                value = plain(text)
            except ValueError:
                self.fault(faults.LONG_NUMBER, area)
                self.drop()
                return
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, area, None, 0, 1, 0)
        self.attach(value, area, None)

    def open_key(self, text: str, area: Any, event: Any) -> None:
        """A key is its text: `200` and `"200"` are one key, as in JSON."""
        frame = self.stack[-1]
        frame.merging = text == "<<" and event.implicit[0]
        if frame.merging:
            self.fault(faults.MERGE_KEY, area)
        if event.anchor is not None:
            self.anchors[event.anchor] = (text, area, None, 0, 1, 0)
        frame.key = text
        frame.key_area = area

    def drop(self) -> None:
        """Leave out a value that was reported, so that nobody complains about what stands in for it."""
        if self.stack:
            self.stack[-1].key = None

    def open_mapping(self, event: Any) -> None:
        self.open(event, {}, {})

    def open_list(self, event: Any) -> None:
        self.open(event, [], [])

    def open(self, event: Any, value: Any, inside: Any) -> None:
        stack = self.stack
        if stack and stack[-1].key is None and stack[-1].value.__class__ is dict:
            self.stop(faults.COMPLEX_KEY, event)
        if len(stack) >= DEEPEST:
            self.stop(faults.TOO_DEEP, event, limit=DEEPEST)
        if event.tag is not None:
            self.fault(faults.TAG, self.marks.area(event), tag=event.tag.replace(YAML_TAG, "!!"))
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        stack.append(Frame(value, inside, event.start_mark, event.anchor))

    def close(self, event: Any) -> None:
        frame = self.stack.pop()
        for value, inside in frame.merged:
            for key in [key for key in value if key not in frame.value]:
                frame.value[key], frame.inside[key] = value[key], inside[key]
        area = self.marks.between(frame.start, event.end_mark)
        if frame.end is not None and event.start_mark.index == event.end_mark.index:
            area = (*area[:2], *frame.end[2:])
        if frame.anchor is not None:
            known = (frame.value, area, frame.inside, frame.aliases, frame.nodes, frame.height)
            self.anchors[frame.anchor] = known
        if self.stack:
            above = self.stack[-1]
            above.aliases += frame.aliases
            above.nodes += frame.nodes - 1
            above.height = max(above.height, frame.height + 1)
        self.attach(frame.value, area, frame.inside)

    def alias(self, event: Any) -> None:
        if any(frame.anchor == event.anchor for frame in self.stack):
            self.stop(faults.RECURSIVE_ALIAS, event, name=event.anchor)
        if self.stack and self.stack[-1].key is None and self.stack[-1].value.__class__ is dict:
            self.stop(faults.COMPLEX_KEY, event)
        if event.anchor not in self.anchors:
            self.stop(faults.UNKNOWN_ALIAS, event, name=event.anchor)
        value, _, inside, aliases, nodes, height = self.anchors[event.anchor]
        if self.stack:
            self.count(event, aliases + 1, nodes, height)
        self.attach(value, self.marks.area(event), inside)

    def count(self, event: Any, aliases: int, nodes: int, height: int) -> None:
        frame = self.stack[-1]
        frame.aliases += aliases
        frame.nodes += nodes - 1
        frame.height = max(frame.height, height + 1)
        aliases = sum(open_.aliases for open_ in self.stack)
        nodes = sum(open_.nodes for open_ in self.stack)
        if aliases > MOST_ALIASES or nodes > MOST_NODES:
            self.stop(faults.TOO_MANY_ALIASES, event, limit=MOST_ALIASES)
        if len(self.stack) + height > DEEPEST:
            self.stop(faults.TOO_DEEP, event, limit=DEEPEST)

    def attach(self, value: Any, area: Any, inside: Any) -> None:
        if not self.stack:
            self.value, self.place = value, (area, None, inside)
            return
        frame = self.stack[-1]
        frame.nodes += 1
        frame.end = area
        if frame.value.__class__ is list:
            frame.value.append(value)
            frame.inside.append((area, None, inside))
            return
        key, key_area, frame.key = frame.key, frame.key_area, None
        if key in frame.value:
            self.fault(faults.DUPLICATE_KEY, key_area, name=key, first=frame.inside[key][1])
        elif frame.merging:
            self.merge(frame, value, inside)
        else:
            frame.value[key] = value
            frame.inside[key] = (area, key_area, inside)

    @staticmethod
    def merge(frame: Frame, value: Any, inside: Any) -> None:
        """A merge key is refused; yet what it merges is there, so that the one fault makes no second."""
        found = zip(value, inside, strict=True) if value.__class__ is list else [(value, (None, None, inside))]
        frame.merged += [(item, place[2]) for item, place in found if item.__class__ is dict]

    def fault(self, code: Any, area: Any, **values: Any) -> None:
        self.faulty = True
        faults.structure(code, Span(self.path, *area), self.report, **values)

    def stop(self, code: Any, event: Any, **values: Any) -> None:
        self.fault(code, self.marks.area(event), **values)
        raise Stop
