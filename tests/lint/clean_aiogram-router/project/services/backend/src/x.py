from aiogram import Router, Dispatcher
router = Router()
@router.message()
async def h(m): ...
dp = Dispatcher()
dp.include_router(router)
