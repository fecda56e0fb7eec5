from fastapi import Request
async def f(request: Request):
    request.app.add_api_route("/x", f)
