from shared.generated import schemas
def f(n):
    class A(getattr(schemas, n)): y: int
