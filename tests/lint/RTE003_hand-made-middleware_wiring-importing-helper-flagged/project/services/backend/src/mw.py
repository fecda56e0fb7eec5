from starlette.middleware.base import BaseHTTPMiddleware
class M(BaseHTTPMiddleware): pass
