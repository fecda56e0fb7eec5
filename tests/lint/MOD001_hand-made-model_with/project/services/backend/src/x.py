import pydantic
from contextlib import contextmanager
@contextmanager
def cm():
    yield pydantic.BaseModel
with cm() as B:
    class A(B): pass
