from fastapi.openapi.models import BaseModel
class A(BaseModel): pass
