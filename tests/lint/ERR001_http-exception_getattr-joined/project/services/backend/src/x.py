import importlib

web = importlib.import_module("fast" + "api")


def refuse() -> None:
    raise getattr(web, "HTTP" + "Exception")(status_code=418)
