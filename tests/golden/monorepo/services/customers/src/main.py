"""What a server is pointed at: `uvicorn services.customers.src.main:app`."""

from services.customers.src.generated.app import create_app

app = create_app()
