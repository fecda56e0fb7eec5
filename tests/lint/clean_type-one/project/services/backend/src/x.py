def f(x): return type(x).__name__
A = type("A", (), {})
B = type("B", (Exception,), {})
