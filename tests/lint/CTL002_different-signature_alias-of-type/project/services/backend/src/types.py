from shared.generated.schemas import BookRead

Shown = BookRead
