from fastapi import FastAPI
def f(app: FastAPI):
    app.state.x = 1
    return app.openapi()
