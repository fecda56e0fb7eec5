from starlette.middleware.base import BaseHTTPMiddleware as B
class M(B): pass
