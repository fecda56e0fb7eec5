from shared.generated.schemas import BookRead
class A(BookRead.__mro__[-2]): pass
