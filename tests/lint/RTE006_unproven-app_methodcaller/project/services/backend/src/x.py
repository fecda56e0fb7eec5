import operator
def setup(app):
    operator.methodcaller('add_api_route', '/x', setup)(app)
