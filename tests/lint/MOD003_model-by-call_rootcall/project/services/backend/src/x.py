from pydantic import RootModel
A = RootModel[list[int]]
def f(x): return A(x)
