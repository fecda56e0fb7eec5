import pydantic
n = "Base"
n += "Model"
class A(getattr(pydantic, n)): pass
