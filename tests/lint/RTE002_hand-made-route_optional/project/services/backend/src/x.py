from typing import Optional
from fastapi import APIRouter
def setup(r: Optional[APIRouter] = None):
    r.websocket("/x")(print)
