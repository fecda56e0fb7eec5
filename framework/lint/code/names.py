"""One name for one thing: packages hand on what they define under several paths, and other packages do too."""

import re
import sys
from functools import lru_cache

LOCAL = ("services", "shared")
"""The packages of a workspace. What stands in them is generated where it is a symbol, and has one path only."""

STDLIB = frozenset(sys.stdlib_module_names)

ALIASES = {
    "fastapi.WebSocketDisconnect": "starlette.WebSocketDisconnect",
    "starlette.HTTPException": "fastapi.HTTPException",
    "starlette.Request": "fastapi.Request",
    "starlette.Response": "fastapi.Response",
    "starlette.JSONResponse": "fastapi.JSONResponse",
    "starlette.HTMLResponse": "fastapi.HTMLResponse",
    "starlette.PlainTextResponse": "fastapi.PlainTextResponse",
    "starlette.RedirectResponse": "fastapi.RedirectResponse",
    "starlette.StreamingResponse": "fastapi.StreamingResponse",
    "starlette.FileResponse": "fastapi.FileResponse",
    "starlette.WebSocket": "fastapi.WebSocket",
    "starlette.BackgroundTasks": "fastapi.BackgroundTasks",
    "starlette.StaticFiles": "fastapi.StaticFiles",
    "starlette.CORSMiddleware": "fastapi.CORSMiddleware",
    "fastapi.Starlette": "starlette.Starlette",
    "fastapi.BaseHTTPMiddleware": "starlette.BaseHTTPMiddleware",
    "fastapi.Middleware": "starlette.Middleware",
    "fastapi.Route": "starlette.Route",
    "fastapi.WebSocketRoute": "starlette.WebSocketRoute",
    "fastapi.Mount": "starlette.Mount",
    "fastapi.Router": "starlette.Router",
    "fastapi.BaseRoute": "starlette.BaseRoute",
    "fastapi.HTTPEndpoint": "starlette.HTTPEndpoint",
    "fastapi.WebSocketEndpoint": "starlette.WebSocketEndpoint",
    "httpx2.AsyncClient": "httpx.AsyncClient",
    "httpx2.Client": "httpx.Client",
}
"""Where two packages have one thing, the name that rules know it by."""

ALSO_IN = {
    "BaseModel": "pydantic.BaseModel",
    "RootModel": "pydantic.RootModel",
    "GenericModel": "pydantic.BaseModel",
    "TypeAdapter": "pydantic.TypeAdapter",
    "ModelMetaclass": "pydantic.ModelMetaclass",
    "create_model": "pydantic.create_model",
    "BaseSettings": "pydantic_settings.BaseSettings",
    "APIRouter": "fastapi.APIRouter",
    "APIRoute": "fastapi.APIRoute",
    "FastAPI": "fastapi.FastAPI",
    "Starlette": "starlette.Starlette",
    "HTTPException": "fastapi.HTTPException",
    "Response": "fastapi.Response",
    "JSONResponse": "fastapi.JSONResponse",
    "Request": "fastapi.Request",
}
"""Names by which the packages of `HANDS_ON` mean the thing of another package."""

HANDS_ON = frozenset({
    "pydantic", "pydantic_settings", "sqlmodel", "fastapi", "starlette", "fastapi_users", "fastapi_pagination",
    "faststream", "framework",
})  # fmt: skip


_CALLS = re.compile(r"\.(?:__new__|__call__|__init__)\Z")
"""Other ways to call a thing."""


@lru_cache(maxsize=20_000)
def canonical(path: str) -> str:
    """The name that rules match: `fastapi.routing.APIRouter().get` is `fastapi.APIRouter().get`."""
    head, sep, tail = _until_called(path)
    head = _CALLS.sub("", head)
    parts = head.split(".")
    if parts[0] in LOCAL:
        last = parts[-1]
        return (ALSO_IN[last] if last in ALSO_IN and parts[-2:-1] != ["schemas"] else head) + sep + tail
    if parts[0] in STDLIB or len(parts) == 1:
        return head + sep + tail
    at = next((i for i, part in enumerate(parts[1:], 1) if part[:1].isupper()), len(parts) - 1)
    name = ".".join([parts[0], *parts[at:]])
    first = ".".join(name.split(".")[:2])
    known = ALIASES.get(first) or (ALSO_IN.get(parts[at]) if parts[0] in HANDS_ON else None)
    return (known + name[len(first) :] if known else name) + sep + tail


def _until_called(path: str) -> tuple[str, str, str]:
    at = path.find("()")
    return (path, "", "") if at < 0 else (path[:at], "()", path[at + 2 :])
