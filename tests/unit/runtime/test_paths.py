"""Which path a request means: no example has all of these beside each other."""

import pytest

from framework.runtime.requests.paths import Paths

PATHS = Paths(
    [
        ("/books", {"GET"}),
        ("/books", {"POST"}),
        ("/books/{book_id}", {"GET", "PATCH"}),
        ("/books/bestsellers", {"GET"}),
        ("/rooms/{room}/things/{thing}", {"PATCH"}),
        ("/rooms/{room}/things/all", {"POST"}),
        ("/rooms/main/{what}/{thing}", {"PUT"}),
        ("/files/{name}", {"GET"}),
        ("/files/{name}.json", {"PUT"}),
        ("/", {"GET"}),
    ]
)


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/", "GET"),
        ("/books", "GET POST"),
        ("/books/", None),
        ("/books/7", "GET PATCH"),
        ("/books/bestsellers", "GET"),
        ("/rooms/a/things/all", "POST"),
        ("/rooms/a/things/7", "PATCH"),
        ("/rooms/main/things/7", "PUT"),
        ("/rooms/main/things", None),
        ("/files/a.json", "PUT"),
        ("/files/a.txt", "GET"),
        ("/files/{name}", "GET"),
        ("", None),
        ("/books/7/8", None),
        ("/" * 5000, None),
    ],
)
def test_the_most_fixed_template_owns_a_path(path: str, methods: str | None) -> None:
    found = PATHS.methods(path)
    assert (" ".join(sorted(found)) if found is not None else None) == methods
