from shared.generated.schemas import BookRead
def f(b: BookRead): return b.__class__(**b.model_dump())
