from starlette import responses


def refused() -> responses.Response:
    return responses.JSONResponse({"reason": "closed"}, 409)
