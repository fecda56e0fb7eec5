import os

FOUND = {name: os.environ[name] for name in ("MAIL_KEY", "MAIL_HOST")}
