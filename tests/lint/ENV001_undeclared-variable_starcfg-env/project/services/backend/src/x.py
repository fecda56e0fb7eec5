from starlette.config import environ
x = environ['SECRET_A']
