"""An operation as OpenAPI describes it: what it takes, and all that it answers."""

from framework.emit.generators.openapi.problems import Problems
from framework.emit.openapi.scalars import Json
from framework.emit.openapi.schemas import described, schema
from framework.ir import Operation, Param, Rest, Type

ANSWERS = {
    200: "OK",
    201: "Created",
    202: "Accepted",
    203: "Non-authoritative information",
    204: "No content",
    205: "Reset content",
    206: "Partial content",
}


def operation(one: Operation, rest: Rest, problems: Problems, links: Json) -> Json:
    found: Json = {
        "tags": list(one.domain.tags),
        "summary": one.summary,
        "description": one.description,
        "operationId": one.id,
        "deprecated": one.deprecated,
        "parameters": [_param(param) for param in one.params],
        "requestBody": _body(one.input),
        "responses": _responses(one, rest, problems, links),
    }
    return {key: value for key, value in found.items() if value}


def _param(param: Param) -> Json:
    """A nullable parameter is a plain one: a request can leave it out, and has no way to write null."""
    found: Json = {"name": param.wire, "in": param.source, "required": param.required}
    told: Json = {"description": param.description, "deprecated": param.deprecated}
    found |= {key: value for key, value in told.items() if value}
    return found | {"schema": described(param, schema(param.type, param.limits))}


def _body(input_: Type | None) -> Json | None:
    return {"required": True, "content": _json(input_)} if input_ is not None else None


def _responses(one: Operation, rest: Rest, problems: Problems, links: Json) -> Json:
    """A status of success may be one that a problem has, too; then the type of the content tells them apart."""
    success: Json = {"description": ANSWERS.get(rest.status, "The answer of the operation")}
    if one.output is not None:
        success["content"] = _json(one.output)
    if links:
        success["links"] = links
    failures, status = problems.responses(one), str(rest.status)
    if status in failures:
        failure = failures.pop(status)
        success["description"] += f" / {failure['description']}"
        success["content"] = success.get("content", {}) | failure["content"]
    return {status: success, **failures}


def _json(type_: Type) -> Json:
    return {"application/json": {"schema": schema(type_)}}
