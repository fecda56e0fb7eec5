"""`routers/<domain>.yaml`: the operations of one domain."""

from typing import Any, ClassVar, Literal

from framework.spec.field import Limits
from framework.spec.shape import Flag, Shape, Text, Version, Whole, key

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Source = Literal["path", "query", "header", "cookie"]


class Param(Limits):
    HOLES: ClassVar[dict[str, Any]] = {"name": ""}

    name: Text = key(
        "the name of the argument, and of the {placeholder} in the path where no `alias` says otherwise", "limit"
    )
    type: Text = key("a type expression", "int", "string")
    source: Source = key("where the value stands in a request", "query", "path")
    required: Flag | None = key("whether a request must bring it; true where there is no default", False, None)
    default: Any = key("the value of a parameter that was left out", 20, None)
    description: Text | None = key("what the parameter means", "Rows of a page", None)
    example: Any = key("a value that shows the parameter; checked against its type", 20, None)
    deprecated: Flag = key("still works and should not be used any more", True, False)
    alias: Text | None = key("the name on the wire, where it differs", "X-Trace", None)


class Rest(Shape):
    HOLES: ClassVar[dict[str, Any]] = {"method": "GET"}

    method: Method = key("the method of the request", "GET")
    path: Text = key("the path behind the prefix of the domain, with {placeholders}", "/{book_id}", "")
    status: Whole | None = key(
        "the status of success: 201 for POST, 204 for DELETE without output, else 200", 202, None
    )


class Events(Shape):
    subscribe: Text | None = key("the event that starts the operation", "author_removed", None)
    publish_on_success: Text | None = key("the event that carries the output", "book_created", None)
    publish_on_error: Text | None = key("the event that carries the input of a failed call", "book_refused", None)
    message_model: Text | None = key("a key of the predecessor that has no effect", "BookRead", None)


class Operation(Shape):
    LATER: ClassVar[frozenset[str]] = frozenset(
        {
            "auth", "idempotent", "paginate", "rate_limit", "timeout", "cache", "audit", "sunset", "stream", "upload",
            "crud",
        }
    )  # fmt: skip

    summary: Text | None = key("one line for the table of contents", "Books on the shelf", None)
    description: Text | None = key("what the operation does; the docstring of its method", "Newest first.", None)
    deprecated: Flag = key("still works and should not be used any more", True, False)
    input: Text | None = key("the body: a model, a variant, or `list[…]` of one", "BookCreate", None)
    output: Text | None = key("the answer: a model, a variant, `list[…]` or `Page[…]` of one", "BookRead", None)
    params: tuple[Param, ...] = key("the parameters", ["book_id"], ())
    rest: Rest | None = key("how the operation is called over HTTP", {"method": "GET", "path": ""}, None)
    events: Events | None = key("the events that it takes and sends", {"subscribe": "author_removed"}, None)
    errors: tuple[Text, ...] = key("the declared errors that the controller may raise", ["duplicate_title"], ())


class DomainRest(Shape):
    prefix: Text = key("what every path of the domain begins with", "/books", "")
    tags: tuple[Text, ...] = key("the tags of the operations in OpenAPI", ["books"], ())


class DomainFile(Shape):
    LATER: ClassVar[frozenset[str]] = frozenset({"crud", "auth"})

    spec: Version = key("the version of the language", 1, 1)
    domain: Text | None = key("the name of the domain, which is the name of the file", "books", None)
    rest: DomainRest | None = key("what the operations share over HTTP", {"prefix": "/books"}, None)
    operations: dict[str, Operation] = key("the operations by name", {"list_books": {"output": "list[BookRead]"}}, {})
