class Proxy:
    def __init__(self, app): self._a = app
    def __getattr__(self, n): return getattr(self._a, n)
def setup(app):
    Proxy(app).add_api_route('/x', setup)
