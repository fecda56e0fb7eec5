import os

ALL = dict(os.environ)
KEY = ALL["MAIL_KEY"]
