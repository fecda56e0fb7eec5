"""What was generated is started, and every operation asked over a real socket, as it should be and otherwise."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

from tests.behaviour.served.requests import MARK, METHODS, Request, broken, requests
from tests.behaviour.served.workspace import APIS, Workspace, served

PROBLEM = "application/problem+json"
Addresses = Callable[[str, str], str]


@pytest.fixture(params=APIS, ids="-".join, scope="module")
def api(request: pytest.FixtureRequest, addresses: Addresses) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=addresses(*request.param), timeout=30) as client:
        yield client


def document(api: httpx2.Client) -> dict[str, Any]:
    found: dict[str, Any] = api.get("/openapi.json").json()
    return found


def ask(api: httpx2.Client, request: Request) -> httpx2.Response:
    body = {} if request.body is None else {"json": request.body}
    return api.request(request.method, request.url, headers=request.headers, **body)


def hold_problem(response: httpx2.Response, status: int) -> dict[str, Any]:
    assert (response.status_code, response.headers["content-type"]) == (status, PROBLEM), response.text
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert {"type", "title", "code"} <= set(problem)
    return problem


def test_every_operation_answers(api: httpx2.Client) -> None:
    for request in requests(document(api)):
        response = ask(api, request)
        assert response.status_code == request.status, (request.name, response.text)
        if request.output:
            assert response.headers["content-type"] == "application/json"
            assert response.json() is not None
        else:
            assert response.content == b"", request.name
            assert "content-type" not in response.headers


def test_a_broken_request_is_a_problem_that_says_where(api: httpx2.Client) -> None:
    written = document(api)
    for request in requests(written):
        for part, wrong in broken(written, request):
            response = ask(api, wrong)
            problem = hold_problem(response, 422)
            assert part in {error["in"] for error in problem["errors"]}, (request.name, problem)
            assert all(set(error) == {"in", "pointer", "code", "detail"} for error in problem["errors"])
            told = [error for error in problem["errors"] if error["code"] != "extra_forbidden"]
            assert MARK not in json.dumps(told)


def test_what_is_no_json_is_refused(api: httpx2.Client) -> None:
    for request in requests(document(api)):
        if request.body is not None:
            headers = {**request.headers, "content-type": "application/json"}
            for body in (b"{", b"\xff\xfe", b"[" * 100_000):
                response = api.request(request.method, request.url, headers=headers, content=body)
                hold_problem(response, 400)


def test_another_method_is_told_which_there_are(api: httpx2.Client) -> None:
    written = document(api)
    for request in requests(written):
        known = {method.upper() for method in METHODS if method in written["paths"][request.path]}
        for method in {"PUT", "PATCH", "DELETE", "POST", "GET", "OPTIONS"} - known:
            response = api.request(method, request.url)
            hold_problem(response, 405)
            assert set(response.headers["allow"].split(", ")) == known


def test_an_unknown_path_is_a_problem(api: httpx2.Client) -> None:
    hold_problem(api.get("/no/such/path/at/all"), 404)


def test_a_stub_is_not_implemented(stubs: Workspace) -> None:
    with served(stubs, "hello") as address:
        problem = hold_problem(httpx2.get(f"{address}/hello/ada"), 501)
    assert problem["code"] == "not_implemented"
