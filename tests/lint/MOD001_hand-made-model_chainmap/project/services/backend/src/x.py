import collections, pydantic
m = collections.ChainMap({'B': pydantic.BaseModel})
class Z(m['B']):
    x: int
