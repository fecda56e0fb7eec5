def f(n): return __import__(n)
