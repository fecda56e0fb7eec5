from starlette.endpoints import HTTPEndpoint
class E(HTTPEndpoint): pass
