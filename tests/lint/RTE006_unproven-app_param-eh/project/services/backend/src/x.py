def setup(app, r):
    app.add_exception_handler(404, r)
