from decouple import config
from dotenv import dotenv_values
from environs import Env

A = dotenv_values(".env")["MAIL_KEY"]
B = config("MAIL_HOST")
C = Env().int("MAIL_PORT")
