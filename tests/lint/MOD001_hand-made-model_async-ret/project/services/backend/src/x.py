import pydantic
async def g(): return pydantic.BaseModel
async def h():
    class A(await g()): pass
