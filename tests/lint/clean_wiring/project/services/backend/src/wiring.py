from fastapi import APIRouter, FastAPI
from starlette.middleware.base import BaseHTTPMiddleware
router = APIRouter()
@router.get("/x")
async def x() -> int: return 1
class M(BaseHTTPMiddleware): ...
def configure(app: FastAPI) -> None:
    app.include_router(router)
    app.add_middleware(M)
    app.mount("/s", None)
    app.add_exception_handler(KeyError, print)
