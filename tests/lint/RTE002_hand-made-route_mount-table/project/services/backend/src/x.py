from starlette.routing import Mount as M
ROUTES = [M("/x", print)]
