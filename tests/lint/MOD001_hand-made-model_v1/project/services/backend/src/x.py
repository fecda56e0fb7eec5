from pydantic.v1 import BaseModel
class A(BaseModel): pass
