import importlib

SERVED = importlib.import_module("services.backend.src" + ".main")
