from pydantic import BaseModel as B
__all__ = ["B"]
