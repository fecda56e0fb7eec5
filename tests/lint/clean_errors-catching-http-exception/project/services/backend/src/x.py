from collections.abc import Callable

from fastapi import HTTPException
from starlette.exceptions import HTTPException as Other


def status(call: Callable[[], None]) -> int:
    try:
        call()
    except (HTTPException, Other) as fault:
        return fault.status_code
    return 200


def is_http(fault: Exception) -> bool:
    return isinstance(fault, HTTPException) or issubclass(type(fault), Other)
