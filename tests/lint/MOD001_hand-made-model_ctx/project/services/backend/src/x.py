import contextlib, pydantic
with contextlib.nullcontext(pydantic.BaseModel) as Base:
    class Z(Base):
        x: int
