from shared.generated import schemas
class A(getattr(schemas, "Book" + "Read")): y: int
