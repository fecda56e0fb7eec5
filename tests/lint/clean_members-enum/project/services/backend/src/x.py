import inspect
import enum
class E(enum.Enum):
    A = 1
def f(): return inspect.getmembers(E)
