from pydantic import BaseModel
class Meta(type(BaseModel)): pass
class A(metaclass=Meta): pass
