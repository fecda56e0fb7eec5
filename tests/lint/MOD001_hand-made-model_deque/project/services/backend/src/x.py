import collections, pydantic
m = collections.deque([pydantic.BaseModel])
class Z(m.pop()):
    x: int
