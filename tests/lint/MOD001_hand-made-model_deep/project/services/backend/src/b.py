from .c import Y
class X(Y): pass
