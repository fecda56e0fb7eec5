from pydantic import BaseModel


class Old(BaseModel):  # noqa: MOD001  # pragma: no cover
    text: str
