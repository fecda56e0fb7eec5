from pydantic.main import BaseModel
class A(BaseModel): pass
