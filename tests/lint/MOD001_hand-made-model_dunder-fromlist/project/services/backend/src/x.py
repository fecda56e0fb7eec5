class A(__import__("pydantic.main", fromlist=["x"]).BaseModel): pass
