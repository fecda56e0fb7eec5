import pydantic
from functools import reduce
class A(reduce(getattr, ["main", "BaseModel"], pydantic)): pass
