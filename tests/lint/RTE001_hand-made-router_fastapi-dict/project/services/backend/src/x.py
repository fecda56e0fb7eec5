import fastapi
a = vars(fastapi)["FastAPI"]()
