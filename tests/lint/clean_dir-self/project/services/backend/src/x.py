class A:
    def all(self): return [getattr(self, n) for n in dir(self) if n.startswith('on_')]
