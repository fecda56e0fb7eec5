from typing import TypeVar, Generic
from pydantic import BaseModel
T = TypeVar("T", bound=BaseModel)
class Repo(Generic[T]):
    def get(self, x: T) -> T: return x
class BookRepo(Repo[BaseModel]): ...
