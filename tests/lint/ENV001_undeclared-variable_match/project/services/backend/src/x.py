import os

match os.environ:
    case {"MAIL_KEY": key}:
        KEY = key
    case _:
        KEY = ""
