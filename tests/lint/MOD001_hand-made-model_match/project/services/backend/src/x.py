import pydantic
match pydantic.BaseModel:
    case B:
        class A(B): pass
