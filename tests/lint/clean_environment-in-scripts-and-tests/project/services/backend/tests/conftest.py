import os

os.environ.setdefault("DATABASE_URL", "sqlite://")
URL = os.environ["DATABASE_URL"]
