"""The errors that operations declare."""

from typing import Any, ClassVar


class DeclaredError(Exception):
    """What a controller raises, and a client gets as a problem."""

    code: ClassVar[str]
    status: ClassVar[int]
    title: ClassVar[str]
    retryable: ClassVar[bool] = False

    def members(self) -> dict[str, Any]:
        """What the problem tells beside its own members, ready for JSON."""
        return {}
