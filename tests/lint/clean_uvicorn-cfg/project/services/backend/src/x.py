import uvicorn
from services.backend.src.generated.app import create_app
uvicorn.run(create_app())
