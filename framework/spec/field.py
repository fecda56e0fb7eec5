"""A field of a model, and what it shares with parameters, named types and the details of errors."""

from typing import Any, ClassVar

from framework.spec.shape import Flag, Names, Number, Shape, Text, Whole, Wire, key


class Limits(Shape):
    """The constraints. Which of them fit which type is checked when the meaning is known."""

    ge: Number | None = key("the smallest value", 0, None)
    gt: Number | None = key("the value must be greater", 0, None)
    le: Number | None = key("the largest value", 100, None)
    lt: Number | None = key("the value must be less", 100, None)
    multiple_of: Number | None = key("the value must be a multiple of this (int and decimal)", 5, None)
    min_length: Whole | None = key("the fewest characters of a text, bytes of a `bytes`", 1, None)
    max_length: Whole | None = key("the most characters of a text, bytes of a `bytes`", 200, None)
    pattern: Text | None = key("a regular expression that the text must contain; anchor it", "^[a-z]+$", None)
    min_items: Whole | None = key("the fewest items of a list, set or dict", 1, None)
    max_items: Whole | None = key("the most items of a list, set or dict", 20, None)
    unique_items: Flag | None = key("the items of a list must differ", True, None)
    digits: Whole | None = key("the most digits of a decimal, both sides of the point", 10, None)
    places: Whole | None = key("the most digits of a decimal behind the point", 2, None)


class Field(Limits):
    HOLES: ClassVar[dict[str, Any]] = {"type": "any"}
    LATER: ClassVar[frozenset[str]] = frozenset(
        {"unique", "index", "primary_key", "ref", "on_delete", "via", "through", "check", "renamed_from"}
    )

    type: Text = key("a type expression: `int`, `list[string]`, `BookStatus`, `Author?`, `A | B`", "string")
    values: tuple[Wire, ...] | None = key("the wire values of a field of type `enum`", ["draft", "sent"], None)
    names: Names | None = key(
        "the Python names of the members, as a list beside `values` or by value", {"2xl": "XXL"}, None
    )
    discriminator: Text | None = key("the field that tells the models of a union apart", "kind", None)
    optional: Flag | None = key("may be null and may be left out, in the model and in every variant", True, None)
    nullable: Flag | None = key("may be null", True, None)
    required: Flag | None = key("false: may be left out", False, None)
    default: Any = key("the value of a field that was left out; checked when the spec is compiled", 0, None)
    readonly: Flag = key("set by the server: absent from the inputs of REST operations", True, False)
    writeonly: Flag = key("sent by the client and never in an output", True, False)
    sensitive: Flag = key("redacted in logs, traces, error details and dead letters", True, False)
    pii: Flag = key("speaks of a person; redacted like `sensitive`", True, False)
    description: Text | None = key("what the field means, for the schemas, OpenAPI and the clients", "The title", None)
    example: Any = key("a value that shows the field; checked against its type", "Dune", None)
    deprecated: Flag = key("still works and should not be used any more", True, False)
    alias: Text | None = key("the name on the wire, where it cannot be the name in Python", "from", None)


class NamedType(Limits):
    """A scalar with constraints and a name of its own."""

    HOLES: ClassVar[dict[str, Any]] = {"type": "any"}

    type: Text = key("the scalar that is named", "string")
    description: Text | None = key("what the type means", "A part of a URL", None)
    example: Any = key("a value of the type; checked against it", "dune-part-two", None)


class Detail(Limits):
    """A field of the answer that carries a declared error."""

    HOLES: ClassVar[dict[str, Any]] = {"type": "any"}

    type: Text = key("a type expression", "string")
    description: Text | None = key("what the field means", "The title that is taken", None)
    example: Any = key("a value that shows the field; checked against its type", "Dune", None)
