from fastapi.openapi.models import Contact
class Z(Contact):
    x: int
