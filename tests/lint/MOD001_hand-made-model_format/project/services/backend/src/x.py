import pydantic
class A(getattr(pydantic, "{}Model".format("Base"))): pass
