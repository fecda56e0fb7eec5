from services.backend.src.generated.app import create_app
class Server:
    def __init__(self):
        self.app = create_app()
    def go(self):
        self.app.get("/x")(print)
