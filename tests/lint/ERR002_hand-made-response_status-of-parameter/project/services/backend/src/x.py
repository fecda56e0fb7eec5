from fastapi import Response


def accepted(response: Response) -> None:
    response.status_code = 202
