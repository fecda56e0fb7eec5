from services.backend.src.filling import Registry, fill
from shared.generated.schemas import BookCreate, BookRead

book = BookCreate(title="Emma", pages=1)
fill(book, title="Persuasion")
Registry(BookCreate).add(BookRead)
