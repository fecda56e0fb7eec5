import functools
def setup(app):
    functools.partial(app.add_api_route, '/x')(setup)
