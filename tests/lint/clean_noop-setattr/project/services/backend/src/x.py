def f(o, k, v): setattr(o, k, v)
