import importlib

CLIENT = importlib.import_module("services.notifications.src.generated.clients.backend").BackendClient
