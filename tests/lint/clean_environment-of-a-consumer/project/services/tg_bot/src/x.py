import os

BASE = os.environ["BACKEND_API_URL"]
LEVEL = os.getenv("LOG_LEVEL")
