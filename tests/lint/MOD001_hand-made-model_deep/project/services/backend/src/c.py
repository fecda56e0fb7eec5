from pydantic import BaseModel
class Y(BaseModel): pass
