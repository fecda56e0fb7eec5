from fastapi import exceptions as e

KINDS = {"gone": e.HTTPException}


def refuse() -> None:
    raise KINDS["gone"](410, "It is gone")
