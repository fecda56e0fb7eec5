class BaseModel:
    pass
class A(BaseModel): pass
