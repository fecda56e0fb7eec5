class A(__import__("pydantic").BaseModel): pass
