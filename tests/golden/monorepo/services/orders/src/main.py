"""What a server is pointed at: `uvicorn services.orders.src.main:app`."""

from services.orders.src.generated.app import create_app

app = create_app()
