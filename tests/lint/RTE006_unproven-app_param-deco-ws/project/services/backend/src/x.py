def setup(app):
    @app.websocket('/x')
    async def x(w): return 1
