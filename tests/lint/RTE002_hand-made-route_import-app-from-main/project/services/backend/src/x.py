from .main import app
app.add_api_route("/x", print)
