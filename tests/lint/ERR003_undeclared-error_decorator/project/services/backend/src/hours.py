from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from shared.generated.errors import ShopClosed


def in_hours(function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @wraps(function)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        if len(kwargs) > 9:
            raise ShopClosed
        return await function(*args, **kwargs)

    return wrapper
