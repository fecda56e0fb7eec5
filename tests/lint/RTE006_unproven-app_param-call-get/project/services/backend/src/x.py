async def x(): return 1
def setup(app):
    app.get('/x')(x)
