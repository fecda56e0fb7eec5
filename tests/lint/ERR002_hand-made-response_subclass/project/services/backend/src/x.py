from fastapi.responses import JSONResponse


class Enveloped(JSONResponse):
    def render(self, content: object) -> bytes:
        return super().render({"data": content})
