import pydantic
class W(next(c for n, c in vars(pydantic).items() if n == 'BaseModel')):
    x: int
