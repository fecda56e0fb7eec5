def setup(app):
    app.add_api_route('/x', lambda: 1)
