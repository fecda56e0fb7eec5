from services.backend.src.generated.app import create_app
app = create_app()
old = app.__call__
async def new(*a):
    await old(*a)
app.__call__ = new
