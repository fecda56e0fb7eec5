import uvicorn
from thing import app
uvicorn.run(app)
