"""The one exception for a resource that does not answer: whatever its driver raised, a client gets a 503."""


class Unavailable(Exception):
    """`resource` is for the log; `retry_after`, in seconds, is told to the client."""

    def __init__(self, resource: str, retry_after: float = 1.0) -> None:
        super().__init__(f"{resource} does not answer")
        self.resource = resource
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[type["Unavailable"], tuple[str, float]]:
        return type(self), (self.resource, self.retry_after)
