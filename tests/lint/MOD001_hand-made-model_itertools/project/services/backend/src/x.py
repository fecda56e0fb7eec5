import itertools, pydantic
class Z(next(itertools.chain([pydantic.BaseModel]))):
    x: int
