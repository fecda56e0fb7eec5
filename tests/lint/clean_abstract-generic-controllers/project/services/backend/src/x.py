from abc import ABC, abstractmethod
class Repo(ABC):
    @abstractmethod
    async def get(self, id: int): ...
class R(Repo):
    async def get(self, id: int): return {}
