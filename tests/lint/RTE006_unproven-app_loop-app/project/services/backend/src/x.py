def setup(apps):
    for app in apps:
        app.add_api_route('/x', setup)
