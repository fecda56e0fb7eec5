from services.backend.src.generated.app import create_app
g = create_app().get
@g("/x")
def f(): ...
