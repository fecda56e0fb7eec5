from unittest.mock import patch

PATCHED = patch("services.backend.src.generated.routers.books.create_router")
PATCHED.start()
