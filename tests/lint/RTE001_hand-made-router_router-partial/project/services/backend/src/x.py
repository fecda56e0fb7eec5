from functools import partial
from fastapi import APIRouter
mk = partial(APIRouter, prefix="/x")
r = mk()
