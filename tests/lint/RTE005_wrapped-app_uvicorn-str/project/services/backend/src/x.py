import uvicorn
uvicorn.run('services.backend.src.extra:app')
