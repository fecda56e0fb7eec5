from pydantic import BaseModel
class A(globals()["BaseModel"]): pass
