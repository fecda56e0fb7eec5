from services.backend.src.generated.app import create_app
app = create_app()
deco = [app.get("/x")]
@deco[0]
def f(): ...
