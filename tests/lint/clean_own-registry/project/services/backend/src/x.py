class R:
    def __init__(self): self.all = {}
    def get(self, p):
        return lambda f: self.all.setdefault(p, f)
r = R()
@r.get('/x')
async def x(): ...
