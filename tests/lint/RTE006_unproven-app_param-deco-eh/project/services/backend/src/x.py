def setup(app):
    @app.exception_handler(ValueError)
    async def x(r, n): return 1
