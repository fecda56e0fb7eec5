import asyncio
async def f():
    await asyncio.get_running_loop().create_server(None, '', 1)
