from urllib import parse, request

URL = parse.urljoin("http://backend:8000", "/books")


def books() -> bytes:
    with request.urlopen(request.Request(URL)) as answer:
        return answer.read()
