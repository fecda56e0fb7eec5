def f():
    from pydantic import BaseModel
    class A(BaseModel): pass
    return A
