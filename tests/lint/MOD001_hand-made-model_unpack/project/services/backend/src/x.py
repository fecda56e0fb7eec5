from pydantic import BaseModel
x, (y, z) = 1, (BaseModel, 2)
class A(y): pass
