from shared.generated.schemas import BookCreate, BookRead

for schema in (BookCreate, BookRead):
    schema.shout = lambda self: self.title.upper()
