from aiohttp import web
routes = web.RouteTableDef()
@routes.get('/x')
async def x(r): ...
