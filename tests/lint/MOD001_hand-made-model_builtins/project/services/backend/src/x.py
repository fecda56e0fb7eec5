class A(__builtins__["__import__"]("pydantic").BaseModel): pass
