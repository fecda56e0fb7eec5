def setup(*, app=None):
    app.add_api_route('/x', setup)
