code = "import fastapi; a = fastapi.FastAPI()"
exec(code)
