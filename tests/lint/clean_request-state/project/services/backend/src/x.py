from fastapi import Request
def f(request: Request, n: str):
    return getattr(request.state, n, None), getattr(request, n)
