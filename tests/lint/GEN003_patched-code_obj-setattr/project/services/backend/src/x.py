from shared.generated.schemas import BookRead
object.__setattr__(BookRead, 'x', 1)
