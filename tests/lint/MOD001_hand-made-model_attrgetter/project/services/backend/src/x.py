import pydantic
from operator import attrgetter
class A(attrgetter("BaseModel")(pydantic)): pass
