from fastapi import HTTPException

kind = HTTPException


def refuse(text: str) -> None:
    error = kind(detail=text, status_code=400)
    raise error from None
