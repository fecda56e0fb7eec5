import pydantic
class A([b for b in (pydantic.BaseModel,)][0]): pass
