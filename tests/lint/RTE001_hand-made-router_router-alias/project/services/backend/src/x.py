from fastapi.routing import APIRouter as R
r = R()
