import fastapi
def f(n): return fastapi.__dict__.get(n)
