from pydantic import BaseModel
def f():
    return type(BaseModel)
M = f()
A = M("A", (BaseModel,), {})
