from uuid import UUID

from shared.generated import errors


def hold_open(hour: int) -> None:
    if hour > 20:
        _refuse()


def _refuse() -> None:
    raise errors.ShopClosed()


async def row(book_id: UUID) -> dict[str, object]:
    hold_open(21)
    return {"id": book_id}
