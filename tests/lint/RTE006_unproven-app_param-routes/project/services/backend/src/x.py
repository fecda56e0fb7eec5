def setup(app):
    app.router.routes.append(1)
