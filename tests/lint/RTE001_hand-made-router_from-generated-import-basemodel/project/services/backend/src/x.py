from services.backend.src.generated.routers.books import APIRouter
r = APIRouter()
