from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, Response


def configure(app: FastAPI) -> None:
    @app.get("/robots.txt", include_in_schema=False)
    async def robots(request: Request) -> Response:
        if request.url.query:
            raise HTTPException(400)
        return JSONResponse({"robots": []}, 200)
