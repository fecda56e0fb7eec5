import pydantic
class Z(max([pydantic.BaseModel], key=id)):
    x: int
