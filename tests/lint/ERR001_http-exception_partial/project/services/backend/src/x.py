from functools import partial

import fastapi

missing = partial(fastapi.HTTPException, 404)


def refuse() -> None:
    raise missing(detail="There is no such book")
