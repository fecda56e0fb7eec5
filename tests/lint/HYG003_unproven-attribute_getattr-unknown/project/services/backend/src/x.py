from services.backend.src.generated.app import create_app
app = create_app()
def f(m):
    getattr(app, m)("/x")(print)
