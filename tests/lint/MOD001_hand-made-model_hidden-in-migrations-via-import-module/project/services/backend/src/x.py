from importlib import import_module
A = import_module("services.backend.migrations.models").A
