from shared.generated.schemas import BookCreate, BookRead
def f(b: BookCreate) -> BookRead:
    return BookRead.model_validate(b.model_dump())
