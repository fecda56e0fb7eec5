import os

KEY = os.environ["mail.key"]
