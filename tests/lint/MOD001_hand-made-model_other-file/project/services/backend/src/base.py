from pydantic import BaseModel
B = BaseModel
