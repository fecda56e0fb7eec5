"""`errors.yaml`: the errors that operations declare."""

from typing import Any, ClassVar

from framework.spec.field import Detail
from framework.spec.shape import Flag, Shape, Text, Version, Whole, key


class Error(Shape):
    HOLES: ClassVar[dict[str, Any]] = {"status": 500, "title": "?"}

    status: Whole = key("the HTTP status, 400 to 599", 409)
    title: Text = key("one sentence for people, the same for every occurrence", "This title is taken")
    description: Text | None = key("when it happens and what to do", "Choose another title.", None)
    retryable: Flag = key("whether the same call may succeed later", False, False)
    detail: dict[str, Detail] = key("what the error tells beside its code", {"wanted": "string"}, {})


class ErrorsFile(Shape):
    spec: Version = key("the version of the language", 1, 1)
    errors: dict[str, Error] = key("the errors by code", {"duplicate_title": {"status": 409, "title": "Taken"}}, {})
