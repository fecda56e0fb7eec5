from pydantic import BaseModel
A = type(BaseModel)("A", (BaseModel,), {})
