from dataclasses import dataclass


@dataclass
class Response:
    status: str = "new"
    status_code: int = 0


class Router:
    def get(self, way: str) -> Response:
        found = Response()
        found.status_code = len(way)
        found.status = "found"
        return found
