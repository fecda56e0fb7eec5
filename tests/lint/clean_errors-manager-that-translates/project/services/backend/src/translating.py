from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy.exc import IntegrityError

from shared.generated.errors import BookMissing, ShopClosed, TitleTaken


@contextmanager
def translating() -> Iterator[None]:
    try:
        yield
    except IntegrityError as fault:
        raise TitleTaken from fault
    except ShopClosed:
        return


class Quiet:
    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> bool:
        return isinstance(fault, BookMissing)
