import random
from shared.generated.schemas import BookRead
def f(books: list[BookRead]):
    b = random.choice(books)
    b.title = 'x'
    return b
