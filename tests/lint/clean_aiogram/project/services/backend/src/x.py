from aiogram import Dispatcher, Router
router = Router()
@router.message()
async def h(m): ...
def f():
    dp = Dispatcher()
    dp.include_router(router)
    dp.message.middleware(print)
