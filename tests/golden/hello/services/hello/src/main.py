"""What a server is pointed at: `uvicorn services.hello.src.main:app`."""

from services.hello.src.generated.app import create_app

app = create_app()
