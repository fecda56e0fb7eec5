"""Problems that no example of ours runs into: bodies in other forms, words of hand-written routes, both languages."""

import asyncio
import json
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest
from fastapi import Body, FastAPI, Form, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel

from framework.runtime import problems
from framework.runtime.requests.body import BodyLimit

MOST = 1000


class Note(BaseModel):
    text: str


def made() -> FastAPI:
    app = FastAPI()
    problems.install(app)
    app.add_middleware(BodyLimit, most=MOST)

    @app.post("/notes")
    async def write(payload: Note) -> Note:
        return payload

    @app.get("/fails/{status}")
    async def fail(status: int, words: str | None = None) -> None:
        raise HTTPException(status, words)

    return app


def ask(method: str, path: str, **options: Any) -> httpx2.Response:
    async def once() -> httpx2.Response:
        transport = httpx2.ASGITransport(made())
        async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, **options)

    return asyncio.run(once())


def told(response: httpx2.Response) -> tuple[int, str]:
    assert response.headers["content-type"] == problems.MEDIA_TYPE
    assert response.json()["status"] == response.status_code
    return response.status_code, response.json()["code"]


async def pieces(count: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield b"x" * 100


JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("content", "headers", "expected"),
    [
        (b'{"text": "a"}', {"content-type": "text/plain"}, (415, "unsupported_media_type")),
        (b'{"text": "a"}', {}, (415, "unsupported_media_type")),
        (b"text=a", {"content-type": "application/x-www-form-urlencoded"}, (415, "unsupported_media_type")),
        (b"", {"content-type": "text/plain"}, (422, "invalid_request")),
        (b"{", JSON, (400, "malformed_body")),
        (b'{"text": "\xff"}', JSON, (400, "malformed_body")),
        (b'{"text": 1}', {"content-type": "application/vnd.note+json; charset=utf-8"}, (422, "invalid_request")),
        (b" " * (MOST + 1), JSON, (413, "body_too_large")),
    ],
)
def test_a_body_that_cannot_be_read(content: bytes, headers: dict[str, str], expected: tuple[int, str]) -> None:
    assert told(ask("POST", "/notes", content=content, headers=headers)) == expected


def test_a_body_in_chunks_is_counted() -> None:
    response = ask("POST", "/notes", content=pieces(MOST // 100 + 1), headers=JSON)
    assert told(response) == (413, "body_too_large")
    assert response.headers["connection"] == "close"
    assert told(ask("POST", "/notes", content=pieces(2), headers=JSON)) == (400, "malformed_body")


@pytest.mark.parametrize(("field", "status"), [(Form(), 422), (Body(), 415)])
def test_a_form_is_no_foreign_body(field: object, status: int) -> None:
    """Without the library that reads forms no route can be made with one."""
    route = SimpleNamespace(body_field=SimpleNamespace(field_info=field))
    headers = [(b"content-type", b"multipart/form-data; boundary=x"), (b"content-length", b"9")]
    request = Request({"type": "http", "headers": headers, "route": route})
    fault = RequestValidationError([{"type": "missing", "loc": ("body", "text"), "msg": "Field required"}])
    handler: Any = made().exception_handlers[RequestValidationError]
    assert asyncio.run(handler(request, fault)).status_code == status


def test_words_follow_the_language_and_codes_do_not() -> None:
    english = ask("POST", "/notes", json={"text": 1})
    russian = ask("POST", "/notes", json={"text": 1}, headers={"accept-language": "ru"})
    assert russian.headers["content-language"] == "ru"
    assert (russian.json()["title"], english.json()["title"]) == ("Запрос содержит ошибки", "The request is not valid")
    assert russian.json()["errors"] == [
        {"in": "body", "pointer": "/text", "code": "string_type", "detail": "Нужен текст"}
    ]
    for response in (english, russian):
        body = response.json()
        del body["title"], body["errors"][0]["detail"]
        assert body == {
            "type": "about:blank",
            "status": 422,
            "code": "invalid_request",
            "errors": [{"in": "body", "pointer": "/text", "code": "string_type"}],
        }
    assert "Нужен" in russian.content.decode(), "the text is readable as it stands"


@pytest.mark.parametrize(
    ("path", "expected", "detail"),
    [
        ("/fails/404", "not_found", None),
        ("/fails/404?words=No+such+shelf", "not_found", "No such shelf"),
        ("/fails/400?words=Odd", "bad_request", "Odd"),
        ("/fails/503?words=disk+/dev/sda+is+full", "unavailable", None),
        ("/fails/418", "status_418", None),
        ("/fails/599?words=odd", "status_599", None),
    ],
)
def test_the_words_of_a_route_by_hand(path: str, expected: str, detail: str | None) -> None:
    response = ask("GET", path)
    assert told(response)[1] == expected
    assert response.json().get("detail") == detail


def test_a_path_that_is_none() -> None:
    response = ask("GET", "/nowhere", headers={"accept-language": "ru"})
    assert json.loads(response.content) == {
        "type": "about:blank",
        "title": "Не найдено",
        "status": 404,
        "code": "not_found",
    }
