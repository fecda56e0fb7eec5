from pydantic import BaseModel as BM
class A(BM): x: int
