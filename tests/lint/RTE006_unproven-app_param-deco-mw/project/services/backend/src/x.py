def setup(app):
    @app.middleware('http')
    async def x(r, n): return 1
