"""What Schemathesis takes for broken and is not: it comes upon it by chance, no run does so for sure."""

from types import SimpleNamespace

import pytest

from framework.runtime.contract.asked import BREAKING, ONLY_BODY, is_mistaken

PET = {"$ref": "#/components/schemas/Pet"}
COMPONENTS = {
    "schemas": {
        "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
        "Cat": {"type": "object", "properties": {"kind": {"enum": ["cat"]}}, "required": ["kind"]},
        "Dog": {"type": "object", "properties": {"kind": {"enum": ["dog"]}}, "required": ["kind"]},
    }
}


def asked(body: object, name: str = BREAKING, words: str = f"{ONLY_BODY} - violates `enum`") -> bool:
    check = SimpleNamespace(name=name, failure_info=SimpleNamespace(failure=words))
    raw = {"requestBody": {"content": {"application/json": {"schema": PET}}}}
    operation = SimpleNamespace(
        definition=SimpleNamespace(raw=raw), schema=SimpleNamespace(raw_schema={"components": COMPONENTS})
    )
    return is_mistaken(check, SimpleNamespace(body=body, operation=operation))


def test_a_body_that_is_of_another_kind_breaks_nothing() -> None:
    assert asked({"kind": "dog"})


@pytest.mark.parametrize("body", [{"kind": "cow"}, {}, None, "dog"])
def test_a_body_that_is_of_no_kind_does(body: object) -> None:
    assert not asked(body)


def test_only_this_check_of_only_a_body_can_be_mistaken() -> None:
    assert not asked({"kind": "dog"}, name="not_a_server_error")
    assert not asked({"kind": "dog"}, words="Invalid component: parameter `X` in header")
