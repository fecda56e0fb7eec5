import fastapi
a = fastapi.FastAPI.__new__(fastapi.FastAPI)
