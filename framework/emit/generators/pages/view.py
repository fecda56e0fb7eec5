"""Types and operations as a table names them."""

from collections.abc import Iterable

from framework.ir import (
    Dict,
    Error,
    List,
    Literal,
    Nullable,
    Operation,
    Page,
    Project,
    Ref,
    Scalar,
    Set,
    Type,
    Union,
)


def errors(project: Project) -> list[tuple[Error, list[Operation]]]:
    """Every declared error with the operations that may raise it."""
    every = [one for service in project.services for domain in service.domains for one in domain.operations]
    return [(error, [one for one in every if error in one.errors]) for error in project.errors]


def qualified(operations: Iterable[Operation]) -> list[str]:
    return [f"{one.domain.service.name}.{one.domain.name}.{one.name}" for one in operations]


def reached(operation: Operation) -> list[str]:
    """By which request and by which event."""
    rest = [f"{operation.rest.method} {operation.rest.url}"] if operation.rest else []
    return rest + ([f"event {operation.subscribe.name}"] if operation.subscribe else [])


def published(operation: Operation) -> list[str]:
    events = (operation.publish_on_success, operation.publish_on_error)
    return [event.name.text for event in events if event is not None]


def spelled(kind: Type | None) -> str:
    """A type as a spec writes it."""
    match kind:
        case None:
            return ""
        case Scalar():
            return kind.name
        case Ref(target):
            return target.name.text
        case List(item):
            return f"list[{spelled(item)}]"
        case Set(item):
            return f"set[{spelled(item)}]"
        case Page(item):
            return f"Page[{spelled(item)}]"
        case Dict(key, value):
            return f"dict[{spelled(key)}, {spelled(value)}]"
        case Nullable(item):
            return f"{spelled(item)}?"
        case Union(arms):
            return " | ".join(map(spelled, arms))
        case Literal(values):
            return f"literal[{', '.join(map(str, values))}]"


VIEW = {"qualified": qualified, "reached": reached, "published": published, "spelled": spelled}
"""What both templates call."""
