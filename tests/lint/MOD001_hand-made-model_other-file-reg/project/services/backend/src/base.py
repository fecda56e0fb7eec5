from pydantic import BaseModel
R = {}
R["m"] = BaseModel
