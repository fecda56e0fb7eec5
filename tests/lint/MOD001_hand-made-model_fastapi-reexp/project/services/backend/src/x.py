from fastapi.openapi.models import BaseModelWithConfig
class Z(BaseModelWithConfig):
    x: int
