import pydantic
from functools import partial
P = partial(pydantic.BaseModel)
class A(P.func): ...
