import pydantic
class A(getattr(pydantic, "ledoMesaB"[::-1])): pass
