class Requests:
    def get(self, url: str) -> str:
        return url


class Queue:
    def __init__(self) -> None:
        self.requests = Requests()

    def next(self) -> str:
        return self.requests.get("backend") + Requests().get("http://backend:8000/books")
