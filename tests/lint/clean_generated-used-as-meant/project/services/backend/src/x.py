import typing
from copy import deepcopy

from shared.generated import errors, schemas
from shared.generated.schemas import BookCreate, BookRead, BookUpdate

KINDS: dict[str, type] = {"create": BookCreate, "read": BookRead}
NAMES = vars(BookRead).keys()
FIELDS = BookRead.model_fields["title"]


class Shelf:
    book: typing.ClassVar[type[BookRead]] = schemas.BookRead

    def __init__(self) -> None:
        self._books: list[BookRead] = []
        self.schema = BookRead

    def put(self, book: BookRead, change: BookUpdate) -> BookRead:
        copy = deepcopy(book)
        copy.title = "Emma"
        setattr(copy, "pages", 3)
        changed = copy.model_copy(update=change.model_dump(exclude_unset=True))
        self._books.append(changed)
        return self._books[-1]


def told(error: errors.BookMissing) -> str:
    error.add_note("seen")
    error.args = ("again",)
    return f"{error.code} {error.status}"
