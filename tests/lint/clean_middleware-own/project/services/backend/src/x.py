class Bus:
    def add_middleware(self, m): ...
    def middleware(self, k): return lambda f: f
bus = Bus()
bus.add_middleware(print)
@bus.middleware('x')
async def m(): ...
