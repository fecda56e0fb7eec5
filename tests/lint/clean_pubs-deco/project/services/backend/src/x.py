class P:
    def publisher(self, n): return lambda f: f
p = P()
@p.publisher('x')
def f(): ...
