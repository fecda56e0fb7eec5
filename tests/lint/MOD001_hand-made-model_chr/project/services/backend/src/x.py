import pydantic
class A(getattr(pydantic, chr(66) + "aseModel")): pass
