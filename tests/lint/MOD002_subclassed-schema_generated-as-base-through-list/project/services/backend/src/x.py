from shared.generated.schemas import *
class A(BookRead): y: int
