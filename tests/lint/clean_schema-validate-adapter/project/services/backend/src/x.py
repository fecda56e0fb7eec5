from pydantic import TypeAdapter
from shared.generated.schemas import BookRead
A = TypeAdapter(list[BookRead])
B = TypeAdapter(dict[str, int])
