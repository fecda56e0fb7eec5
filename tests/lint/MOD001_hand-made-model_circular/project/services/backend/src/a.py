from services.backend.src import b
from pydantic import BaseModel
Base = BaseModel
class A(b.Base2): pass
