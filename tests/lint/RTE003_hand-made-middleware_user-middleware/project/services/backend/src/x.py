from services.backend.src.generated.app import create_app
app = create_app()
app.user_middleware.append(1)
