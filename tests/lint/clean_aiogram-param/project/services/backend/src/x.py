from aiogram import Dispatcher
from aiogram import Router
r = Router()
def setup(dp: Dispatcher) -> None:
    dp.include_router(r)
    dp.include_routers(r)
