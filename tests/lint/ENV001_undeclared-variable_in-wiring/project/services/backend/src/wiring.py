import os

from fastapi import FastAPI


def configure(app: FastAPI) -> None:
    app.state.key = os.getenv("MAIL_KEY")
