from services.backend.src.generated.app import create_app
app = create_app()
@app.middleware("http")
async def m(request, call_next): return await call_next(request)
