import fastapi
R = type("R", (fastapi.APIRouter,), {})
r = R()
