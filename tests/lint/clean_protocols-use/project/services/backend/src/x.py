from services.backend.src.generated.protocols import BooksControllerProtocol
def f(c: BooksControllerProtocol): return c
