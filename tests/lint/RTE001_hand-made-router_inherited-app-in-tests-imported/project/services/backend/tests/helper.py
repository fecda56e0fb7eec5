from fastapi import APIRouter
r = APIRouter()
