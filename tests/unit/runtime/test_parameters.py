"""Lists in headers: no example has one."""

from typing import Annotated

import pytest
from pydantic import TypeAdapter

from framework.runtime.parameters import COMMAS


@pytest.mark.parametrize("sent", [["1,2", " 3"], ["1, 2,3"], "1,2,3", ["1", "2", "3"]])
def test_a_list_in_a_header_is_split_at_commas(sent: object) -> None:
    assert TypeAdapter(Annotated[list[int], COMMAS]).validate_python(sent) == [1, 2, 3]
