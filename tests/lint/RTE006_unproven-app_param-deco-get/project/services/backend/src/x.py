def setup(app):
    @app.get('/x')
    async def x(): return 1
