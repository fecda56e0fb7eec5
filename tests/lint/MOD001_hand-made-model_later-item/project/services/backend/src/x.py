import pydantic
r = {}
r["m"] = pydantic.BaseModel
class A(r["m"]): pass
