"""What an API answers when it cannot answer: problems as RFC 9457 draws them, and nothing of the request in them.

One form for every fault, so that a client reads one. `code` is the stable name of the fault; the text is for people.
"""

import json
import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from framework.runtime.errors import DeclaredError, members
from framework.runtime.faults import faults
from framework.runtime.sources import note

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger("framework.runtime")

TITLES = {
    400: ("malformed_body", "The body is no JSON"),
    422: ("invalid_request", "The request is not valid"),
    500: ("internal_error", "Something went wrong on our side"),
    501: ("not_implemented", "This operation is not implemented yet"),
}


def problem(
    status: int,
    code: str | None = None,
    title: str | None = None,
    members: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response of one problem. `members` are what it tells beside its own, which come first and stay."""
    known_code, known_title = TITLES.get(status) or _standard(status)
    told = {"type": "about:blank", "title": title or known_title, "status": status, "code": code or known_code}
    body = json.dumps({**told, **(members or {}), **told}, allow_nan=False)
    return Response(body, status, headers, MEDIA_TYPE)


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
    app.add_exception_handler(Exception, _crash)


async def _invalid(request: Request, fault: Exception) -> Response:
    found = fault.errors() if isinstance(fault, RequestValidationError) else ()
    if any(error["type"] == "json_invalid" for error in found):
        return problem(400)
    return problem(422, members={"errors": faults(found)})


async def _declared(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, DeclaredError)
    return problem(fault.status, fault.code, fault.title, members(fault))


async def _http(request: Request, fault: Exception) -> Response:
    """Only the status is handed on: `detail` may hold anything, and Starlette's own are the words of the status."""
    assert isinstance(fault, HTTPException)
    if fault.status_code in (204, 205, 304) or fault.status_code < 200:
        return Response(status_code=fault.status_code, headers=fault.headers)
    return problem(fault.status_code, members=_told(fault), headers=fault.headers)


def _told(fault: HTTPException) -> dict[str, object]:
    words = str(fault.detail)
    return {} if words == _standard(fault.status_code)[1] or fault.status_code >= 500 else {"detail": words}


async def _stub(request: Request, fault: Exception) -> Response:
    return problem(501)


async def _crash(request: Request, fault: Exception) -> Response:
    """The server logs the traceback, with the lines of the specs behind it; the client learns that there is one."""
    note(fault)
    return problem(500)


def _standard(status: int) -> tuple[str, str]:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = f"Status {status}"
    return "_".join(_words(phrase)), phrase


def _words(phrase: str) -> Iterable[str]:
    return ("".join(letter for letter in word if letter.isalnum()).lower() for word in phrase.split())
