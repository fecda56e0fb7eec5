from .base import B
class A(B): pass
