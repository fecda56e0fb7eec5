import enum, httpx
class H(enum.Enum):
    B = 'https://api.example.org'
def f(): return httpx.get(H.B.value)
