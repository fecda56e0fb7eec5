from services.backend.src.lib import B
class A(B): pass
