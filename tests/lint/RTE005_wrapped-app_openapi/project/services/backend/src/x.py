from services.backend.src.generated.app import create_app
app = create_app()
app.openapi = lambda: {}
