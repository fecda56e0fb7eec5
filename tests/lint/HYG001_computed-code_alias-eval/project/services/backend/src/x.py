e = eval
def f(t): return e(t)
