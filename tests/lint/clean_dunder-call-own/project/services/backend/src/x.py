class C:
    def __call__(self, x): return x
C.__call__ = lambda s, x: x
