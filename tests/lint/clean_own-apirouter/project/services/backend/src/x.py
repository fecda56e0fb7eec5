class APIRouter:
    def get(self, p):
        return lambda f: f
r = APIRouter()
@r.get("/x")
def f(): ...
