from fastapi import APIRouter
def create_router(): return APIRouter()
