from typing import Any
def setup(app: Any) -> None:
    app.add_api_route('/x', setup)
