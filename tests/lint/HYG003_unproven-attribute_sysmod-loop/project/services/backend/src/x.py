import sys
Base = [getattr(m, 'BaseModel') for n, m in sys.modules.items() if n == 'pydantic'][0]
class Z(Base):
    x: int
