from services.backend.src.generated.app import create_app
app = create_app()
class M: pass
app.add_middleware(M)
