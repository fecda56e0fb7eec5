import sys
class A(sys.modules.get("pydantic").BaseModel): pass
