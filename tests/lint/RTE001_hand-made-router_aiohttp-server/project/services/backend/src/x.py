from aiohttp import web
a = web.Application()
