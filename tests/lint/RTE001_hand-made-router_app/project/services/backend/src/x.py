from fastapi import FastAPI
a = FastAPI()
