"""Lists in headers, in every form that a client may give them."""

from typing import Annotated

import pytest
from pydantic import TypeAdapter

from framework.runtime.wire.parameters import COMMAS


@pytest.mark.parametrize("sent", [["1,2", " 3"], "1,,2, 3,", ["1, 2,3"], "1,2,3", ["1", "2", "3"]])
def test_a_list_in_a_header_is_split_at_commas(sent: object) -> None:
    assert TypeAdapter(Annotated[list[int], COMMAS]).validate_python(sent) == [1, 2, 3]


def test_an_empty_header_is_an_empty_list() -> None:
    assert TypeAdapter(Annotated[list[str], COMMAS]).validate_python([""]) == []
