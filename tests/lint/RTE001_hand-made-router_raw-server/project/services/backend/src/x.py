import asyncio
async def f(): await asyncio.start_server(print, port=1)
