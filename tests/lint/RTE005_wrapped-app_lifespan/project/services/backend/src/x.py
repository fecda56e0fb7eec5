from services.backend.src.generated.app import create_app
app = create_app()
app.router.lifespan_context = None
