class Http:
    def get(self, path): return lambda f: f
    def add_middleware(self, m): ...
    def mount(self, p, a): ...
def make() -> Http: return Http()
h = make()
h.add_middleware(1)
h.mount('/x', 1)
@h.get('/x')
def f(): ...
