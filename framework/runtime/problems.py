"""What an API answers when it cannot answer: problems as RFC 9457 draws them, and nothing of the request in them.

One form for every fault, so that a client reads one. `code` is the stable name of the fault; the text is for people,
and in the language that they read.
"""

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.params import Form
from starlette.exceptions import HTTPException

from framework.runtime.errors import DeclaredError, members
from framework.runtime.resources.unavailable import Unavailable
from framework.runtime.words.faults import faults
from framework.runtime.words.language import spoken
from framework.runtime.words.texts import code_of, title_of

log = logging.getLogger("framework.runtime")

MEDIA_TYPE = "application/problem+json"
UNPARSED = "There was an error parsing the body"
"""FastAPI's words for bytes that are no text at all; it raises the same exception as people do."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a problem says beside its status. Without a code it is that of the status, and the title that of the code;
    `members` are what it tells beside its own, which come first and stay."""

    code: str | None = None
    title: str | None = None
    members: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


UNREADABLE = Told("malformed_body")


def problem(status: int, told: Told | None = None, scope: Mapping[str, Any] | None = None) -> Response:
    """The response of one problem, in the language of the client whose request `scope` is."""
    told = told or Told()
    code, language = told.code or code_of(status), spoken(scope)
    own = {"type": "about:blank", "title": told.title or title_of(code, language), "status": status, "code": code}
    worded = {} if told.title else {"Content-Language": language, "Vary": "Accept-Language"}
    body = json.dumps({**own, **told.members, **own}, allow_nan=False, ensure_ascii=False)
    return Response(body, status, {**worded, **told.headers}, MEDIA_TYPE)


def problems(described: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route: each status with what it means. Their schemas stand in the compiler's document."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": text, "content": content} for status, text in described.items()}


def install(app: FastAPI) -> None:
    """Every fault of an app leaves as a problem."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(DeclaredError, _declared)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(NotImplementedError, _stub)
    app.add_exception_handler(Unavailable, _unavailable)
    app.add_exception_handler(Exception, _crash)


async def _invalid(request: Request, fault: Exception) -> Response:
    found = fault.errors() if isinstance(fault, RequestValidationError) else ()
    if any(error["type"] == "json_invalid" for error in found):
        return problem(400, UNREADABLE, request.scope)
    if any(error["loc"][:1] == ("body",) for error in found) and _is_foreign(request):
        return problem(415, None, request.scope)
    wrong = faults(found, spoken(request.scope))
    return problem(422, Told(members={"errors": wrong}), request.scope)


def _is_foreign(request: Request) -> bool:
    """Whether a body is there that FastAPI did not read, for nothing says that it is JSON. A form is read otherwise."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json")):
        return False
    read = getattr(request.scope.get("route"), "body_field", None)
    has_body = request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
    return has_body and not isinstance(getattr(read, "field_info", None), Form)


async def _declared(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, DeclaredError)
    return problem(fault.status, Told(fault.code, fault.title, members(fault)), request.scope)


async def _http(request: Request, fault: Exception) -> Response:
    """Only the status is handed on, and the words of whoever raised it. Starlette's own are those of the status."""
    assert isinstance(fault, HTTPException)
    if fault.status_code in (204, 205, 304) or fault.status_code < 200:
        return Response(status_code=fault.status_code, headers=fault.headers)
    told = Told(members=_words(fault), headers=fault.headers or {})
    return problem(fault.status_code, UNREADABLE if fault.detail == UNPARSED else told, request.scope)


def _words(fault: HTTPException) -> dict[str, object]:
    """Those of a server's fault are for its log. A plain `HTTPException(404)` has the phrase of its status."""
    words = str(fault.detail)
    return {} if fault.status_code >= 500 or words == _phrase(fault.status_code) else {"detail": words}


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


async def _stub(request: Request, fault: Exception) -> Response:
    return problem(501, None, request.scope)


async def _unavailable(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, Unavailable)
    cause = fault.__cause__
    log.warning("unavailable", extra={"resource": fault.resource, "cause": type(cause).__name__ if cause else None})
    return problem(503, Told(headers={"Retry-After": str(math.ceil(fault.retry_after))}), request.scope)


async def _crash(request: Request, fault: Exception) -> Response:
    """The server logs the traceback; the client learns that there is one."""
    return problem(500, None, request.scope)
