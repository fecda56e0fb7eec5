def setup(app, r):
    app.include_router(r)
