from pydantic import BaseModel


class Old(BaseModel):  # allow: MOD001 until 2027-01-01 -- goes with the last reader of the old file
    text: str


class Older(BaseModel):  # allow: MOD001 until 2027-01-01 -- goes with the last reader of the old file
    text: str
