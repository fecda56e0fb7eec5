from services.backend.src.generated import app as generated_app
app = generated_app.create_app()
app.router.add_api_route("/x", print)
