import pydantic
class Mixin:
    def __init_subclass__(cls):
        cls.model = pydantic.create_model(cls.__name__)
class A(Mixin): x: int
