import os
import posix
from os.path import expandvars

KEY = expandvars("$MAIL_KEY at ${MAIL_HOST}")
ALL = os.environ | {"MAIL_PORT": "25"}
RAW = posix.environ[b"MAIL_USER"]
