class Meta(type):
    def __new__(m, n, b, d): return super().__new__(m, n, b, d)
class A(metaclass=Meta): ...
B = Meta("B", (), {})
