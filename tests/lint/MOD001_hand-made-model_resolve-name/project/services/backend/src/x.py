import pkgutil
class A(pkgutil.resolve_name("pydantic:BaseModel")): pass
