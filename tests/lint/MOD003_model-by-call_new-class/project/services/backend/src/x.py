import types
from pydantic import BaseModel
A = types.new_class("A", (BaseModel,))
