from fastapi import Request
from fastapi.templating import Jinja2Templates

pages = Jinja2Templates("pages")


def page(request: Request) -> object:
    return pages.TemplateResponse(request, "index.html")
