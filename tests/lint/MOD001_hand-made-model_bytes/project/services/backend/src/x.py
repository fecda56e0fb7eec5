import pydantic
class A(getattr(pydantic, b"BaseModel".decode())): pass
