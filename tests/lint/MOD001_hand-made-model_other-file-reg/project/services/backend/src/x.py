from . import base
class A(base.R["m"]): pass
