from fastapi import FastAPI
def configure(app: FastAPI): app.get("/x")(print)
