import http.client


def books() -> bytes:
    line = http.client.HTTPConnection("backend", 8000)
    line.request("GET", "/books")
    return line.getresponse().read()
