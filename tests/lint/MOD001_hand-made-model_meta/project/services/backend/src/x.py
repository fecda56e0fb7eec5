from pydantic._internal._model_construction import ModelMetaclass
class A(metaclass=ModelMetaclass): pass
