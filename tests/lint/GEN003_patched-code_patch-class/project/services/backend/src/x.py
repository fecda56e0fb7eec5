import fastapi
fastapi.routing.APIRoute.matches = lambda s, x: None
