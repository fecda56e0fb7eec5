import random, pydantic
class Z(random.choice([pydantic.BaseModel])):
    x: int
