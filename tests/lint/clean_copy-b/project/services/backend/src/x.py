import copy
from shared.generated.schemas import BookRead
def f(b: BookRead):
    c = copy.copy(b)
    c.title = 'x'
    return c
