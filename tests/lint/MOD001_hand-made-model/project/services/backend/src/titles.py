from pydantic import BaseModel


class Title(BaseModel):
    text: str
