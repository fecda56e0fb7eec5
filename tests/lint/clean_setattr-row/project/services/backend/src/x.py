from shared.generated.schemas import BookUpdate
def f(row, b: BookUpdate):
    for k, v in b.model_dump(exclude_unset=True).items():
        setattr(row, k, v)
