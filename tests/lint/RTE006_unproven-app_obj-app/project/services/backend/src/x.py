def setup(app: object) -> None:
    app.add_api_route('/x', setup)
