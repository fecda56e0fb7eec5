import pydantic
def gen(): yield pydantic.BaseModel
class A(next(gen())): pass
