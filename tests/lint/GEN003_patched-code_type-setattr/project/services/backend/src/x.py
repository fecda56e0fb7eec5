from shared.generated.schemas import BookRead
type.__setattr__(BookRead, 'x', 1)
