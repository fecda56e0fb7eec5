from .calls import call


def books() -> object:
    return call("backend", "/books")
