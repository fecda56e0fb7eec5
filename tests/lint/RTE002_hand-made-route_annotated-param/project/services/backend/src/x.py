from fastapi import FastAPI
def setup(app: FastAPI):
    app.include_router(None)
