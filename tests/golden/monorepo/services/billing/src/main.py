"""What a server is pointed at: `uvicorn services.billing.src.main:app`."""

from services.billing.src.generated.app import create_app

app = create_app()
