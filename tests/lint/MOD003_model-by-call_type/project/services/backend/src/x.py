from pydantic import BaseModel
A = type("A", (BaseModel,), {"__annotations__": {"x": int}})
