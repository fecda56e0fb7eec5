from importlib.util import find_spec, module_from_spec
spec = find_spec("pydantic")
m = module_from_spec(spec)
class A(m.BaseModel): pass
