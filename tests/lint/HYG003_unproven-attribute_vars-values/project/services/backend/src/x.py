import pydantic
class W([c for c in vars(pydantic).values()][0]):
    x: int
