from .generated.clients.backend import BackendClient as Books

CLIENT = Books
