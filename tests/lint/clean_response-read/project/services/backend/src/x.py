import httpx
def f(r: httpx.Response): return r.status_code, r.json()
