import pydantic
class A(getattr(pydantic, bytes([66, 97, 115, 101, 77, 111, 100, 101, 108]).decode())): pass
