from typing import Protocol, Any
class App(Protocol):
    def add_api_route(self, p: str, f: Any) -> None: ...
def setup(app: App):
    app.add_api_route('/x', setup)
