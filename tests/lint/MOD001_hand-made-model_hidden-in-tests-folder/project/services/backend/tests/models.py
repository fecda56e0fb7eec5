from pydantic import BaseModel
class A(BaseModel): pass
