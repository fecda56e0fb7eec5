import inspect, pydantic
Base = [c for n, c in inspect.getmembers(pydantic) if n == 'BaseModel'][0]
class W(Base):
    x: int
