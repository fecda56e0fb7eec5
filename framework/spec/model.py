"""`models.yaml`: models with their variants, and the enums and named types that several models share."""

from typing import ClassVar

from framework.spec.field import Field, NamedType
from framework.spec.shape import Flag, Names, Shape, Some, Text, Version, Wire, key


class Variant(Shape):
    """A class of its own, made of the fields of its model: `Book` and `Create` make `BookCreate`."""

    description: Text | None = key("what the variant is for", "What a client sends", None)
    exclude: tuple[Text, ...] = key("fields that the variant does not have", ["note"], ())
    optional: Some = key("fields that may be left out of it, or '*' for all of them", "*", ())


class Model(Shape):
    LATER: ClassVar[frozenset[str]] = frozenset(
        {
            "table", "primary_key", "unique", "index", "indexes", "timestamps", "soft_delete", "versioned", "audit",
            "tenant", "search", "filters", "sort", "check", "renamed_from",
        }
    )  # fmt: skip

    description: Text | None = key("what the model is; becomes the docstring of its class", "One title", None)
    extends: tuple[Text, ...] = key("models whose fields come before those of this one", ["Stamped"], ())
    abstract: Flag = key("only there to be extended: no class of its own", True, False)
    fields: dict[str, Field] | None = key("the fields in their order", {"title": "string"}, None)
    variants: dict[str, Variant] = key("the variants by the suffix of their class", {"Create": {}}, {})


class Enum(Shape):
    """An enum that several models share."""

    HOLES: ClassVar[dict[str, object]] = {"values": ()}

    values: tuple[Wire, ...] = key("the values as they stand on the wire: texts or whole numbers", ["EUR", "USD"])
    names: Names | None = key("the Python names of the members", {"EUR": "EURO"}, None)
    description: Text | None = key("what the enum means", "ISO 4217", None)


class ModelsFile(Shape):
    spec: Version = key("the version of the language", 1, 1)
    models: dict[str, Model] = key("the models by name", {"Book": {"fields": {"title": "string"}}}, {})
    enums: dict[str, Enum] = key("enums that several models share", {"Currency": {"values": ["EUR"]}}, {})
    types: dict[str, NamedType] = key("named, constrained scalars", {"Slug": {"type": "string"}}, {})
