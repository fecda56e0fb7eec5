from fastapi import FastAPI
def setup():
    FastAPI.__call__ = None
