from .b import X
class A(X): pass
