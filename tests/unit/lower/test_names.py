"""The spellings of a name. A unit test and not a folder: the dump of a project shows what the author wrote."""

import re

import pytest

from framework.ir import Name
from framework.lower.enums import member_name


@pytest.mark.parametrize(
    ("text", "snake", "pascal"),
    [
        ("book", "book", "Book"),
        ("list_books", "list_books", "ListBooks"),
        ("BookRead", "book_read", "BookRead"),
        ("getHTTPCode", "get_http_code", "GetHTTPCode"),
        ("HTTPServer", "http_server", "HTTPServer"),
        ("ISBN13", "isbn_13", "ISBN13"),
        ("api_v2", "api_v2", "ApiV2"),
        ("A", "a", "A"),
        ("a__b_", "a_b", "AB"),
        ("x2Y", "x2_y", "X2Y"),
    ],
)
def test_spellings(text: str, snake: str, pascal: str) -> None:
    assert Name.of(text) == Name(text, snake, pascal, snake.replace("_", "-"), snake.upper())
    assert str(Name.of(text)) == text


def test_every_character_gives_a_member() -> None:
    characters = [chr(code) for code in (*range(1, 0x3000), *range(0x1F600, 0x1FB00))]
    texts = [text for value in characters for text in (value, f"a{value}", f"{value}1")]
    assert not [text for text in texts if not re.fullmatch("[A-Z][A-Z0-9_]*", member_name(text))]
