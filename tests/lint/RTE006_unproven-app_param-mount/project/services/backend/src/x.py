def setup(app, r):
    app.mount('/x', r)
