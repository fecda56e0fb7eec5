def get(path):
    return lambda f: f
@get("/x")
def f(): ...
