try:
    from fastapi import HTTPException as Refused
except ImportError:
    Refused = ValueError


def refuse() -> None:
    raise Refused(404)
