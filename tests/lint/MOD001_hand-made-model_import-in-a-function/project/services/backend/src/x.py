def f():
    try:
        import pydantic
    except ImportError:
        return None
    class A(pydantic.BaseModel): ...
