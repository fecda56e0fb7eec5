from importlib import import_module
_M = {"B": ("pydantic", "BaseModel")}
def __getattr__(name):
    m, a = _M[name]
    return getattr(import_module(m), a)
