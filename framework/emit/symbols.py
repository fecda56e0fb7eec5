"""What generated code is made from, for the map: each generator says which declaration a symbol of its files comes
from, and the place is that of the declaration."""

from framework.ir import Domain, Enum, Error, Event, Field, Model, NamedType, Operation, Service, Setting, Variant
from framework.symbols import Symbol

Declaration = Domain | Enum | Error | Event | Field | Model | NamedType | Operation | Service | Setting | Variant

KINDS: dict[type[Declaration], str] = {
    Domain: "domain",
    Enum: "enum",
    Error: "error",
    Event: "event",
    Field: "field",
    Model: "model",
    NamedType: "type",
    Operation: "operation",
    Service: "service",
    Setting: "setting",
    Variant: "variant",
}


def symbol(made: Declaration) -> Symbol:
    span = made.span
    end = span.end_column if span.end_line == span.line else span.column
    return Symbol(span.file, span.line, span.column, end, f"{KINDS[type(made)]} {made.name.text}")
