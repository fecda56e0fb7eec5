def f(t): return eval(t)
