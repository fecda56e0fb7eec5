def setup(app):
    @app.get('/x')
    def x(): return 1
