exec(compile(open("x.txt").read(), "x", "exec"))
