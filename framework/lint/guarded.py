"""The interfaces that the specs speak for, by the names that rules match: data that several rules share."""

import re

MODEL = "pydantic.BaseModel"
SETTINGS = "pydantic_settings.BaseSettings"
METACLASS = "metaclass:pydantic.ModelMetaclass"

PACKAGES = frozenset({
    "pydantic", "pydantic_settings", "sqlmodel", "fastapi", "starlette", "faststream", "framework", "fastapi_users",
})  # fmt: skip
"""Packages whose names decide what a service sends and serves."""

APPS = frozenset({
    "fastapi.FastAPI", "fastapi.APIRouter", "starlette.Starlette", "starlette.Router", "fastapi.StaticFiles",
    "flask.Flask", "flask.Blueprint", "quart.Quart", "quart.Blueprint", "sanic.Sanic", "sanic.Blueprint",
    "litestar.Litestar", "litestar.Router", "litestar.get", "litestar.post",
    "litestar.route", "aiohttp.web.Application", "aiohttp.Application", "bottle.Bottle",
    "falcon.App", "tornado.Application", "blacksheep.Application", "robyn.Robyn", "ninja.NinjaAPI", "ninja.Router",
    "http.server.HTTPServer", "http.server.ThreadingHTTPServer", "socketserver.TCPServer",
    "wsgiref.simple_server.make_server", "strawberry.GraphQLRouter", "strawberry.GraphQL", "grpc.aio.server",
    "grpc.server", "websockets.serve", "asyncio.start_server", "asyncio.start_unix_server", "aiohttp.run_app",
    "aiohttp.web.run_app", "http.server.BaseHTTPRequestHandler", "socketserver.ThreadingTCPServer",
    "xmlrpc.server.SimpleXMLRPCServer", "wsgiref.simple_server.WSGIServer", "http.server.SimpleHTTPRequestHandler",
    "http.server.CGIHTTPRequestHandler", "socketserver.UDPServer", "socketserver.ThreadingUDPServer",
    "socketserver.BaseRequestHandler", "socketserver.StreamRequestHandler", "socketserver.DatagramRequestHandler",
    "socketserver.UnixStreamServer", "socket.create_server", "socket.socket().listen", "aiohttp.RouteTableDef",
    "aiohttp.AppRunner", "tornado.RequestHandler", "tornado.HTTPServer", "bottle.run", "bottle.default_app",
    "asyncio.get_running_loop().create_server", "asyncio.get_event_loop().create_server",
    "asyncio.new_event_loop().create_server", "asyncio.AbstractEventLoop().create_server",
    *(f"bottle.{word}" for word in ("route", "get", "post", "put", "delete", "patch", "mount")),
    "django.path", "django.re_path", "socketio.AsyncServer", "socketio.Server", "socketio.ASGIApp", "fastmcp.FastMCP",
    "mcp.FastMCP", "gradio.mount_gradio_app", "sqladmin.Admin", "anyio.create_tcp_listener",
    "cherrypy.quickstart", "connexion.AsyncApp", "connexion.FlaskApp", "hug.API", "muffin.Application",
})  # fmt: skip
"""What serves requests, or holds what does."""

ROUTES = frozenset({
    "fastapi.APIRoute", "fastapi.APIWebSocketRoute", "starlette.Route", "starlette.WebSocketRoute", "starlette.Mount",
    "starlette.Host", "starlette.BaseRoute",
})  # fmt: skip
ENDPOINTS = frozenset({"starlette.HTTPEndpoint", "starlette.WebSocketEndpoint"})
MIDDLEWARES = frozenset({
    "starlette.BaseHTTPMiddleware", "starlette.Middleware", "fastapi.CORSMiddleware",
    *(f"{package}.{name}Middleware" for package in ("starlette", "fastapi") for name in (
        "GZip", "Session", "TrustedHost", "HTTPSRedirect", "WSGI", "Authentication", "Exception", "ServerError",
        "AsyncExitStack",
    )),
    "a2wsgi.WSGIMiddleware", "asgiref.wsgi.WsgiToAsgi", "asgiref.WsgiToAsgi", "uvicorn.ProxyHeadersMiddleware",
})  # fmt: skip

HANDS_ON = frozenset({"builtins.map", "itertools.starmap", "functools.reduce", "asyncio.to_thread", "operator.call"})
"""Functions that call their first argument."""

_OWNER = (
    r"(?:fastapi\.(?:FastAPI|APIRouter)\(\)|starlette\.(?:Starlette|Router)\(\)"
    r"|(?:fastapi\.Request|fastapi\.WebSocket|starlette\.HTTPConnection)\(\)\.app"
    r"|services\.\w+\.src\.generated\.(?:\w+\.)*create_(?:app|router|api_router)\(\)"
    r"|framework\.(?:app\.)?build\(\)|fastapi\.get_fastapi_app\(\))(?:\.(?:router|app|webhooks))*"
)
"""An app or a router, made by hand, by generated code, or found in a request."""

APP = re.compile(_OWNER + r"\Z")

ADDS_ROUTE = re.compile(
    _OWNER + r"\.(?:get|put|post|delete|options|head|patch|trace|route|api_route|websocket|websocket_route|add_route"
    r"|add_api_route|add_websocket_route|add_api_websocket_route|mount|host|include_router|frontend)\Z"
)
ADDS_MIDDLEWARE = re.compile(_OWNER + r"\.(?:middleware|add_middleware)\Z")
ADDS_HANDLER = re.compile(
    _OWNER + r"\.(?:exception_handler|add_exception_handler|not_found|on_event|add_event_handler)\Z"
)
CHANGES_ROUTES = re.compile(_OWNER + r"\.routes\.(?:append|insert|extend|__iadd__|__setitem__|pop|remove|clear)\Z")
CHANGES_MIDDLEWARE = re.compile(_OWNER + r"\.user_middleware\.(?:append|insert|extend|pop|remove|clear)\Z")
CHANGES_HANDLERS = re.compile(_OWNER + r"\.exception_handlers\.(?:update|setdefault|__setitem__|pop|clear)\Z")
HELD = re.compile(
    _OWNER + r"\.(routes|user_middleware|exception_handlers|router|middleware_stack|default|dependency_overrides)\Z"
)
"""What an app holds, that an assignment could change."""

SCHEMA = re.compile(r"(?:shared|services\.\w+\.src)\.generated\.schemas\.(?:[A-Z]\w*|\?)\Z")
"""A generated class; which of them are enums the project knows."""
