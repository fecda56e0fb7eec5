try:
    from pydantic import BaseModel
except ImportError:
    BaseModel = object
class A(BaseModel): pass
