from shared.generated.schemas import BookRead
class W(metaclass=type(BookRead)):
    x: int
