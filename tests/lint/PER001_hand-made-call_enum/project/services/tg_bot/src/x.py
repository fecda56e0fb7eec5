import enum, httpx
class H(enum.Enum):
    B = 'http://backend:8000'
def f(): return httpx.get(H.B.value)
