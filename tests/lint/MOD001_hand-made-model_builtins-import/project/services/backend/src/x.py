import builtins
class A(builtins.__import__("pydantic").BaseModel): pass
