from shared.generated.schemas import BookRead
def f(b: BookRead): return {k: v for k, v in vars(b).items()}
