"""Prints the document that FastAPI derives from the routes of a service: `derive.py SERVICE`."""

import json
import sys
from importlib import import_module

from fastapi.openapi.utils import get_openapi

app = import_module(f"services.{sys.argv[1]}.src.generated.app").create_app()
told = {"title": app.title, "version": app.version, "description": app.description or None}
print(json.dumps(get_openapi(**told, routes=app.routes, separate_input_output_schemas=False)))
