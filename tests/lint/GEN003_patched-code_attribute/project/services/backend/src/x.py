from shared.generated import schemas as s
from shared.generated.errors import BookMissing

s.BookRead = dict
BookMissing.status = 410
