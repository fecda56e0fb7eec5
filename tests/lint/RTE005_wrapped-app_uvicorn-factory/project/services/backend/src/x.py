import uvicorn
uvicorn.run('services.backend.src.x:make', factory=True)
