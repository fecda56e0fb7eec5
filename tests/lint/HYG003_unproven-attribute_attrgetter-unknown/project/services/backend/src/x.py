import pydantic
from operator import attrgetter
def f(n): return attrgetter(n)(pydantic)
