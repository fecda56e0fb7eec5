from fastapi import HTTPException
def f():
    raise type('E', (HTTPException,), {})(404)
