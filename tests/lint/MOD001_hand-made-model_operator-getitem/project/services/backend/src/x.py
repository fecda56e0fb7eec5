import operator, pydantic
class A(operator.getitem(vars(pydantic), "BaseModel")): pass
