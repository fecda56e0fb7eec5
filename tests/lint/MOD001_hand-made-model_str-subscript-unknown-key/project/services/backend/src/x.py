import pydantic
D = {"a": pydantic.BaseModel, "b": int}
def f(k):
    class A(D[k]): pass
