from .generated.app import create_app
app = create_app()
app.mount("/x", print)
