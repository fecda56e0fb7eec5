from services.backend.src.generated.app import create_app
app = create_app()
class W:
    def __init__(self, a): self.a = a
app = W(app)
