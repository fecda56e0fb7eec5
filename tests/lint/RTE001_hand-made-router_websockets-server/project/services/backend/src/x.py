import websockets
async def f(): await websockets.serve(print, "", 1)
