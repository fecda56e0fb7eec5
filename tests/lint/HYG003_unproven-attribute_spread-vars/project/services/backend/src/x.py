import pydantic
Base = {**vars(pydantic)}['BaseModel']
class W(Base):
    x: int
