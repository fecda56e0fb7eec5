import weakref, pydantic
r = weakref.ref(pydantic.BaseModel)
class Z(r()):
    x: int
