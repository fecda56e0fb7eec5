from fastapi import Depends
def f(x=Depends(print)): return x
