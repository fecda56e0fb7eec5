import pydantic
k = "Model"
class A(getattr(pydantic, f"Base{k}")): pass
