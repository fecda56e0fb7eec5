import fastapi
class F:
    def __call__(self): return fastapi.FastAPI()
app2 = F()()
