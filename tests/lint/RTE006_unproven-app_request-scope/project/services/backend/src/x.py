from fastapi import Request
async def f(request: Request):
    request.scope['app'].add_api_route('/x', f)
