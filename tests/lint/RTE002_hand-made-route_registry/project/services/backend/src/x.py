from services.backend.src.generated.registry import create_api_router
create_api_router().add_api_websocket_route("/x", print)
