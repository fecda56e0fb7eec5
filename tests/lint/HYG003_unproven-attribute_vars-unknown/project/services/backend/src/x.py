import fastapi
def f(n): return vars(fastapi)[n]
