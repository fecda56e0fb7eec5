from pydantic import validate_call
@validate_call
def f(x: int): return x
