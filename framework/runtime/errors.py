"""The errors that operations declare."""

from typing import Any, ClassVar

from framework.runtime.model import Model

__all__ = ["DeclaredError", "members", "read"]


class DeclaredError(Exception):
    """What a controller raises, and a client gets as a problem. `detail` is the class of what it tells beside the
    members that every problem has; its fields are attributes of the exception."""

    code: ClassVar[str]
    status: ClassVar[int]
    title: ClassVar[str]
    retryable: ClassVar[bool] = False
    _shape: ClassVar[type[Model]] = Model

    def __init__(self, **detail: Any) -> None:
        super().__init__(self.title)
        self._detail = self._shape(**detail)

    def __reduce__(self) -> tuple[Any, ...]:
        """By its detail: exceptions are otherwise made again from positional arguments, which these do not take."""
        return _made, (type(self), self._detail)

    def __repr__(self) -> str:
        """Like that of a model: what is sensitive is left out."""
        return f"{type(self).__name__}({repr(self._detail).partition('(')[2]}"


def members(error: DeclaredError) -> dict[str, Any]:
    """What the problem tells beside its own members, ready for JSON. No method, for a detail may have its name."""
    return error._detail.model_dump(mode="json")


def read(kind: type[DeclaredError], problem: object) -> DeclaredError:
    """The error that a problem tells of, from the members of its JSON."""
    return _made(kind, kind._shape.model_validate(problem))


def _made(kind: type[DeclaredError], detail: Model) -> DeclaredError:
    return kind(**{name: getattr(detail, name) for name in type(detail).model_fields})
