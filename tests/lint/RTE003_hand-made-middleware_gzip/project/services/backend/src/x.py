from fastapi.middleware.gzip import GZipMiddleware as G
def wrap(app): return G(app)
