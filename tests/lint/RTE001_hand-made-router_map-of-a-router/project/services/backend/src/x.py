from fastapi import APIRouter
ROUTERS = list(map(APIRouter, []))
