import os

get = os.environ.get
PREFIX = "MAIL"
KEY = get(f"{PREFIX}_KEY")
OTHER = get("_".join([PREFIX, "HOST"]))
