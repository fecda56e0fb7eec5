import os

from services.backend.src.generated.settings import get_settings

KEY = os.environ["MAIL_KEY"]
SIZE = get_settings().page_size
WHERE = os.getenv("APP_ENV", "dev")
URL = os.environ.get("DATABASE_URL")
