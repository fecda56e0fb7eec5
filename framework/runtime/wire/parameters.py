"""What FastAPI reads otherwise than OpenAPI writes it."""

from pydantic import BeforeValidator


def _split(value: object) -> object:
    """A list in a header is one text with commas (RFC 9110, 5.6.1), or several headers of one name, or both; what is
    empty between two commas is no element."""
    if not isinstance(value, list | str):
        return value
    parts = [value] if isinstance(value, str) else value
    return [found for part in parts for one in str(part).split(",") if (found := one.strip())]


COMMAS = BeforeValidator(_split)
