class R: status_code = 1
def f(r): return r.status_code == 200
