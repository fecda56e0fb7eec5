from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from fastapi import FastAPI
def setup(app: "FastAPI | None"):
    app.add_route("/x", print)
