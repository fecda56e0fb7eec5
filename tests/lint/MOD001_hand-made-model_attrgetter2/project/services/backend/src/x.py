import pydantic
from operator import attrgetter
class A(attrgetter("main.BaseModel")(pydantic)): pass
