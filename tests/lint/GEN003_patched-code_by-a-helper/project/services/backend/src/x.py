from services.backend.src.patching import put, shout
from shared.generated import errors
from shared.generated.schemas import BookRead

shout(BookRead)
put(errors.BookMissing, status=410)
