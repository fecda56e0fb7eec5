import os
from unittest.mock import patch

import httpx
from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse

from services.notifications.src import texts
from shared.generated import schemas

app = FastAPI()
KEY = os.environ["TEST_KEY"]


@app.get("/made-up")
def made_up(response: Response) -> JSONResponse:
    response.status_code = 418
    raise HTTPException(404)


def test_patched() -> None:
    with patch("shared.generated.schemas.BookRead"):
        assert httpx.get("http://backend:8000/books").status_code == 200
    schemas.BookRead.extra = texts
