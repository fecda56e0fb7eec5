from pydantic import BaseModel
class W(BaseModel.__subclasses__()[0]):
    x: int
