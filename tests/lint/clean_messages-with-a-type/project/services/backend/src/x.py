EVENT = {"type": "object", "title": "Book"}


def message(kind: str) -> dict[str, str]:
    return {"type": kind, "text": "http.response.start"}
