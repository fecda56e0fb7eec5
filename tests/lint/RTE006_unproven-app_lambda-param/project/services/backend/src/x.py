setup = lambda app: app.add_api_route('/x', setup)
