def setup(app):
    class V:
        @app.get('/x')
        def f(self): ...
