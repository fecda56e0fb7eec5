from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from fastapi import FastAPI
    from pydantic import BaseModel
def f(app: "FastAPI", m: "type[BaseModel]") -> None: ...
