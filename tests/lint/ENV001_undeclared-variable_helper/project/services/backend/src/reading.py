import os


def variable(name: str) -> str:
    return os.environ[name]
