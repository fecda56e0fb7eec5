import fastapi
class Factory:
    cls = fastapi.FastAPI
    def make(self): return self.cls()
