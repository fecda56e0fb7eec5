from pydantic import *
class A(BaseModel): pass
