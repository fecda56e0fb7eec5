def setup(ctx):
    ctx['app'].add_api_route('/x', setup)
