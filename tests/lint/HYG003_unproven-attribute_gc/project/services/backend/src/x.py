import gc
Base = [o for o in gc.get_objects() if getattr(o, '__name__', '') == 'BaseModel'][0]
class Z(Base):
    x: int
