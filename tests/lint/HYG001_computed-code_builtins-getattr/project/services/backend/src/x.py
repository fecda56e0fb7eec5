import builtins
def f(t): return getattr(builtins, "ex" + "ec")(t)
