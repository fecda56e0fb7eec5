"""What an answer leads to, https://spec.openapis.org/oas/v3.1.0#link-object: who made a thing knows its id."""

from collections.abc import Iterable, Iterator

from framework.emit.openapi.scalars import Json
from framework.emit.openapi.schemas import kind
from framework.ir import Field, Model, Operation, Param, Ref, Rest, Service, Variant

ID = "id"


class Links:
    """Between the operations of one service, of which some have a path that goes one step further than another's."""

    def __init__(self, operations: Iterable[tuple[Operation, Rest]]) -> None:
        self._under: dict[str, list[tuple[Operation, Param]]] = {}
        for operation, rest in operations:
            above, name = _last_gap(rest.url)
            for param in operation.params:
                if param.source == "path" and param.wire == name:
                    self._under.setdefault(above, []).append((operation, param))

    def of(self, maker: Operation, rest: Rest) -> Json:
        """Those of an operation that makes something; none where its answer does not say by which id."""
        target = maker.output.target if isinstance(maker.output, Ref) else None
        if rest.method != "POST" or not isinstance(target, Model | Variant):
            return {}
        known = {one.wire: f"$request.path.{one.wire}" for one in maker.params if one.source == "path"}
        found: Json = {}
        for operation, param in self._under.get(rest.url, ()):
            field = _key(target.fields, param)
            if field is not None:
                values = {**known, param.wire: f"$response.body#/{_pointer(field.wire)}"}
                found[operation.id] = {"operationId": operation.id, "parameters": values}
        return found


def served(service: Service) -> Iterator[tuple[Operation, Rest]]:
    """The operations that a request can call, in the order in which a router tries them."""
    for domain in service.domains:
        for operation in domain.operations:
            if operation.rest is not None:
                yield operation, operation.rest


def _last_gap(url: str) -> tuple[str, str]:
    """What stands before the last placeholder that is a whole segment, and its name: behind it are fixed words only."""
    before, brace, rest = url.rpartition("/{")
    name, closed, after = rest.partition("}")
    whole = bool(brace) and bool(closed) and (not after or (after.startswith("/") and "{" not in after))
    return (before, name) if whole else (url, "")


def _key(fields: Iterable[Field], param: Param) -> Field | None:
    """The field of an answer that is the value of a parameter: it has the name of it, or is the id."""
    sure = {field.wire: field for field in fields if field.required and not field.nullable}
    field = sure.get(param.wire) or sure.get(ID)
    return field if field is not None and kind(field.type) == kind(param.type) is not None else None


def _pointer(wire: str) -> str:
    """A name in a JSON pointer, https://www.rfc-editor.org/rfc/rfc6901#section-3."""
    return wire.replace("~", "~0").replace("/", "~1")
