from typing import Annotated
from fastapi import Depends, Request
async def cur(request: Request): return request.headers.get("x")
U = Annotated[str, Depends(cur)]
