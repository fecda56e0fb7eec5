from sqlmodel import SQLModel
class A(SQLModel, table=True): x: int
