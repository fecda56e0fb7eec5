"""What the words mean that a key takes from a fixed set. A test asks that none is missing."""

MEANINGS = {
    # the method of an operation
    "GET": "reads; changes nothing",
    "POST": "creates, or does what no other method says",
    "PUT": "replaces the whole",
    "PATCH": "changes a part",
    "DELETE": "removes",
    # where a parameter stands
    "path": "in the path, at its {placeholder}",
    "query": "behind the `?` of the URL",
    "header": "in a header of the request",
    "cookie": "in a cookie of the request",
    # what runs a service
    "python-fastapi": "an HTTP API in Python",
    "python-faststream": "a worker in Python that takes events",
    "python": "a Python process of its own making, such as a bot",
    "node": "a Node.js process, such as a front end",
    "celery-worker": "a Celery worker",
    "default": "a container that nothing is generated for",
    # when a service that another one needs is ready
    "service_started": "as soon as it runs",
    "service_healthy": "when its health check passes",
    "service_completed_successfully": "when it has ended without an error",
    # what a service may reach
    "database": "its database",
    "cache": "the shared cache",
    "storage": "its store of files",
    "broker": "the broker of events",
    "internet": "hosts outside of the workspace",
    # what it offers
    "rest": "operations over HTTP",
    "events": "events that others may take",
}

EXPRESSIONS = (
    ("`int`, `string`, …", "a scalar of the table below", "int"),
    ("`list[T]`", "a list", "list[string]"),
    ("`set[T]`", "a list without duplicates, in no order; items are plain values", "set[int]"),
    ("`dict[K, V]`", "a mapping; keys are string, int, uuid, date, datetime or an enum", "dict[string, int]"),
    ("`T?`", "may be null", "string?"),
    ("`A | B`", "one of several; where they are models, `discriminator` names the field that tells them apart",
     "int | string"),
    ("`literal[…]`", "one of these values: words, quoted text, whole numbers", "literal[print, audio]"),
    ("`enum`", "one of the `values` beside it; the enum is then called `<Model><Field>`", "enum"),
    ("a name", "a model, a variant (`BookRead`), an enum or a named type", "Book"),
    ("`Page[T]`", "a page of models; an output and nothing else", "Page[Book]"),
)  # fmt: skip
"""Form, meaning, example."""
