import shared.generated.schemas
class A(shared.generated.schemas.BookRead): y: int
