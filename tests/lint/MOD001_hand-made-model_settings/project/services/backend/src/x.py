from pydantic_settings import BaseSettings
class S(BaseSettings):
    x: int
