class P:
    def __init__(self, app):
        self.app = app
    def go(self):
        self.app.add_api_route('/x', self.go)
