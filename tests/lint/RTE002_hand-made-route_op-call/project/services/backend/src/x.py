import operator
from services.backend.src.generated.app import create_app
app = create_app()
operator.call(app.add_api_route, '/x', lambda: 1)
