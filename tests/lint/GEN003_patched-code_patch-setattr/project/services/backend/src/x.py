import starlette.routing
setattr(starlette.routing.Router, 'app', lambda *a: None)
