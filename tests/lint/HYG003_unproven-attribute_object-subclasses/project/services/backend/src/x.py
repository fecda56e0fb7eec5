Base = [c for c in object.__subclasses__() if c.__name__ == 'BaseModel'][0]
class Z(Base):
    x: int
