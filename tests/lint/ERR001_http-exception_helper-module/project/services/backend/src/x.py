from .web import Fault


def refuse() -> None:
    raise Fault(404)
