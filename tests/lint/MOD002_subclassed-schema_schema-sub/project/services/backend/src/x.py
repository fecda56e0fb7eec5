from shared.generated import schemas as s
class A(s.BookRead): y: int
