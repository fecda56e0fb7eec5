import pydantic
from functools import lru_cache
@lru_cache
def base(): return pydantic.BaseModel
class A(base()): pass
