def setup(app, r):
    app.add_middleware(r)
