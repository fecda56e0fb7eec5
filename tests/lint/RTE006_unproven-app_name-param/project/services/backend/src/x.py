def setup(app):
    add = app.add_api_route
    add('/x', setup)
