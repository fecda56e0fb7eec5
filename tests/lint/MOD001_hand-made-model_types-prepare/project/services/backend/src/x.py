import types
from pydantic import BaseModel
W = types.resolve_bases((BaseModel,))[0]
class Z(W):
    x: int
