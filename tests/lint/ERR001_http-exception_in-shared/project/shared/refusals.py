from fastapi import HTTPException


def refuse() -> None:
    raise HTTPException(403)
