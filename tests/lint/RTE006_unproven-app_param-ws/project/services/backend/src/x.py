def setup(app):
    app.add_api_websocket_route('/x', lambda w: 1)
