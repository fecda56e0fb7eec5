"""Two routes meet exactly where some request matches both.

A unit test and not a folder: every pair of many paths, each asked with every text that is not too long.
"""

import re
from itertools import combinations_with_replacement, product

from framework.lower.paths import overlap, segments

PIECES = ("", "a", "b", "ab", "ba")
BETWEEN = PIECES[1:]
TEXTS = ["".join(text) for size in range(1, 7) for text in product("abx", repeat=size)]


def templates() -> list[str]:
    fixed = list(BETWEEN)
    one = [f"{start}{{p}}{end}" for start, end in product(PIECES, PIECES)]
    two = [f"{start}{{p}}{middle}{{q}}{end}" for start, middle, end in product(PIECES, BETWEEN, PIECES)]
    return [*fixed, *one, *two]


def pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{.\}", "[^/]+", template))


def test_routes_meet_where_a_request_matches_both() -> None:
    matched = {template: {text for text in TEXTS if pattern(template).fullmatch(text)} for template in templates()}
    wrong = []
    for one, other in combinations_with_replacement(matched, 2):
        sample = overlap(segments(f"/{one}"), segments(f"/{other}"))
        if sample is None:
            right = not matched[one] & matched[other]
        else:
            right = all(pattern(template).fullmatch(sample[1:]) for template in (one, other))
        wrong += [] if right else [(one, other, sample)]
    assert not wrong


def test_every_segment_has_to_meet() -> None:
    assert overlap(segments("/a/{p}"), segments("/{q}/b")) == "/a/b"
    assert overlap(segments("/a/{p}"), segments("/b/{p}")) is None
    assert overlap(segments("/a"), segments("/a/b")) is None
    assert overlap(segments("/{p}"), segments("/")) is None
