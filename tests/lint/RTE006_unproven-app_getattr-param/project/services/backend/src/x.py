def setup(app):
    getattr(app, 'add_api_route')('/x', setup)
