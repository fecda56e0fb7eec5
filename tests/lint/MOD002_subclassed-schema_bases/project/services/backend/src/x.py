from shared.generated.schemas import BookRead
class A(BookRead.__bases__[0]): pass
