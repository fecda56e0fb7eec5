def f(n): return globals()[n]
