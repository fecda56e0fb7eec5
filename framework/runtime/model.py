"""The base of every generated class.

On the wire a field has its wire name and no other; in Python it is constructed by its own name and no other. Pydantic's
`populate_by_name` would take both in both places, so a closed class would let by what its schema forbids.
"""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

__all__ = ["ClosedModel", "Model", "Page"]

Item = TypeVar("Item")


class Model(BaseModel):
    """Ignores keys that it does not know: who sends may know more than who reads. Errors hide what was sent."""

    model_config = ConfigDict(
        extra="ignore",
        hide_input_in_errors=True,
        protected_namespaces=(),
        serialize_by_alias=True,
        validate_by_alias=True,
        validate_by_name=False,
    )

    def __init__(self, /, **data: Any) -> None:
        __tracebackhide__ = True
        self.__pydantic_validator__.validate_python(data, self_instance=self, by_alias=False, by_name=True)

    # Pydantic builds a class without this mark through its constructor, which is slower and would take Python's names.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # functions have attributes of their own


class ClosedModel(Model):
    """Refuses keys that it does not know: part of the body of a request."""

    model_config = ConfigDict(extra="forbid")


class Page(Model, Generic[Item]):
    """A part of a longer list."""

    items: list[Item]
    next: str | None = None
