from shared.generated.schemas import BookRead
class A(BookRead.mro()[2]): pass
