import pydantic
class A([int, pydantic.BaseModel][-1]): pass
