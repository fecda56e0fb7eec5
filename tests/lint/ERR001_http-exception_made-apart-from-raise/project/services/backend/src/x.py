from fastapi import HTTPException, status

CLOSED = HTTPException(status.HTTP_409_CONFLICT, "It is closed")


def refuse() -> None:
    raise CLOSED
