from importlib import import_module


def go() -> object:
    return import_module("starlette.responses").RedirectResponse("/elsewhere")
