from shared.generated.schemas import BookRead
class W(BookRead().__class__):
    x: int
