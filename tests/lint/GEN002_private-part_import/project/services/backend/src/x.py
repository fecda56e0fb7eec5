from services.backend.src.generated.registry import _controllers

FOUND = _controllers
