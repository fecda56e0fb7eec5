import pydantic
class A(getattr(pydantic, "".join(map(chr, [66, 97, 115, 101, 77, 111, 100, 101, 108])))): pass
