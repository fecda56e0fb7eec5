import pydantic, base64
class A(getattr(pydantic, base64.b64decode("QmFzZU1vZGVs").decode())): pass
