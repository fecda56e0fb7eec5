import os as system
from os import environ as around
from os import getenv as read

A = around["MAIL_KEY"]
B = read("MAIL_HOST", "localhost")
C = system.environ.get("MAIL_PORT")
D = around.pop("MAIL_USER", None)
E = "MAIL_TLS" in around
