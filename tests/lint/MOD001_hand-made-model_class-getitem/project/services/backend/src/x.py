from pydantic import BaseModel
class H:
    def __class_getitem__(cls, k):
        return BaseModel
class W(H['x']):
    x: int
