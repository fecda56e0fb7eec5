from fastapi import HTTPException


def refuse(closed: bool) -> None:
    if closed:
        raise HTTPException
