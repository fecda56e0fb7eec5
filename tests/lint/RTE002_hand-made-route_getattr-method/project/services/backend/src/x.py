from services.backend.src.generated.app import create_app
app = create_app()
for m in ("get", "post"):
    getattr(app, m)("/x")(print)
