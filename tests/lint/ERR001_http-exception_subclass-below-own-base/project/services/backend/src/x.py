from services.backend.src.faults import Refused


class Closed(Refused):
    def __init__(self) -> None:
        super().__init__(409, "It is closed")


def refuse() -> None:
    raise Closed
