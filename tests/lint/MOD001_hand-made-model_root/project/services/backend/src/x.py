from pydantic import RootModel
class A(RootModel[list[int]]): pass
