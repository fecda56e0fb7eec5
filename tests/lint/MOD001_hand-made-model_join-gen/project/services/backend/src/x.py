import pydantic
class A(getattr(pydantic, "".join(chr(c) for c in (66, 97, 115, 101, 77, 111, 100, 101, 108)))): pass
