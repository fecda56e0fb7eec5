import pydantic
class A({"m": pydantic.BaseModel}["m"]): pass
