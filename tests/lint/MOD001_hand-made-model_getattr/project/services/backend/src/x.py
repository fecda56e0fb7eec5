import pydantic
B = getattr(pydantic, "".join(["Base", "Model"]))
class A(B): pass
