def f(rows): return list(map(str, rows))
