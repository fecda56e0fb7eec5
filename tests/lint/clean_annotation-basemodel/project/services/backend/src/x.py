from pydantic import BaseModel
def dump(m: BaseModel) -> dict[str, object]:
    return m.model_dump()
def is_model(x: object) -> bool:
    return isinstance(x, BaseModel) and issubclass(type(x), BaseModel)
M = dict[str, type[BaseModel]]
